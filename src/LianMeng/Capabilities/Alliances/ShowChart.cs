using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>The organisation of an alliance: posts with who holds them, the chair, members by kind. A picture and a table are drawn from it.</summary>
public sealed class ShowChart(UseCaseContext context, MandateBook mandates, AllianceBoard board, MemberRows members, FirmDirectory firms) : Show<ShowChart.Input, ShowChart.View>(context)
{
    public sealed class Input
    {
        /// <summary>The alliance.</summary>
        public Guid Id { get; set; }
    }

    /// <param name="Rows">from the top down; the last are members by kind</param>
    public sealed record View(Guid Id, string Name, IReadOnlyList<Row> Rows);

    public sealed record Row(string Title, IReadOnlyList<Box> Boxes);

    /// <param name="Text">names, or how many</param>
    /// <param name="Note">the organisations represented</param>
    public sealed record Box(string Title, string Text, string? Note, bool IsVacant);

    private static readonly Role[][] Levels = [[Role.ChainLeader, Role.PartyInstructor], [Role.AllianceSecretary, Role.DeputySecretary], [Role.CommitteeMember, Role.ServiceCommissioner]];
    private static readonly string[] Titles = ["1+1+1", "负责人", "委员和服务"];

    public override Access Access => Access.Needs(AlliancesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var alliance = await Db.Set<Alliance>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == input.Id, cancellation);
        if (alliance is null) return null;
        var posts = await mandates.HeldNow(alliance.Id).OrderBy(m => m.From).ToListAsync(cancellation);
        var represented = posts.Select(p => p.OrganisationId).OfType<Guid>().Distinct().ToList();
        var names = await firms.Firms().Where(f => represented.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        var holders = (await board.HoldersAsync([alliance.Id], cancellation))[alliance.Id];
        var kinds = await members.All().Where(m => m.AllianceId == alliance.Id && m.IsPresent).GroupBy(m => m.Kind).Select(g => new { Kind = g.Key, Count = g.Count() }).ToListAsync(cancellation);

        var rows = new List<Row>();
        for (var level = 0; level < Levels.Length; level++)
        {
            var boxes = Levels[level].Select(role => BoxOf(role, [.. posts.Where(p => p.Role == role)], names, IsNeeded(role))).ToList();
            if (level == 0) boxes.Add(new("轮值单位", holders.Chair ?? "空缺", holders.Chair is null ? null : "党组织", holders.Chair is null));
            rows.Add(new(Titles[level], boxes));
        }

        rows.Add(new("成员单位", kinds.Count == 0 ? [new("成员", "0 家", null, false)] : [.. kinds.OrderBy(k => k.Kind).Select(k => new Box(ListExport.Words(k.Kind), $"{k.Count} 家", null, false))]));
        return new(alliance.Id, alliance.Name, rows);
    }

    /// <summary>Two of 1+1+1; the third is the chair. Other posts may be empty.</summary>
    private static bool IsNeeded(Role role) => role is Role.ChainLeader or Role.PartyInstructor;

    private static Box BoxOf(Role role, IReadOnlyList<MandateBook.MandateRow> posts, Dictionary<Guid, string> names, bool needed)
    {
        var organisations = posts.Select(p => p.OrganisationId is { } id ? names.GetValueOrDefault(id) : null).OfType<string>().Distinct().ToList();
        return new(role.Title(), posts.Count == 0 ? (needed ? "空缺" : "未设") : string.Join("、", posts.Select(p => p.Name).Distinct()), organisations.Count == 0 ? null : string.Join("、", organisations), needed && posts.Count == 0);
    }
}
