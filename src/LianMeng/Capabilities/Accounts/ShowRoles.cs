using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Every post with the rights it carries and how many hold it. The rights are the program's: they are read, not set.</summary>
public sealed class ShowRoles(UseCaseContext context) : Show<ShowRoles.Input, IReadOnlyList<ShowRoles.Line>>(context)
{
    public sealed class Input;

    /// <param name="Where">for what one is appointed: the whole city, a district, a firm</param>
    /// <param name="People">how many can sign in with it now</param>
    /// <param name="Posts">how many times they hold it: one person may speak for two firms</param>
    public sealed record Line(Role Role, string Title, string Where, IReadOnlyList<Right> Rights, int People, int Posts);

    /// <param name="Capability">the part of the platform that it is about</param>
    public sealed record Right(string Key, string Capability, string Title);

    public override Access Access => Access.Needs(AccountsCapability.ReadPosts);

    protected override async Task<IReadOnlyList<Line>?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var now = Now;
        var held = (await Db.Set<Mandate>().AsNoTracking().Where(m => m.To == null || m.To > now)
            .Join(Db.Users.Where(u => !u.Disabled), m => m.UserId, u => u.Id, (m, _) => new { m.Role, m.UserId })
            .GroupBy(m => m.Role).Select(g => new { Role = g.Key, People = g.Select(m => m.UserId).Distinct().Count(), Posts = g.Count() }).ToListAsync(cancellation)).ToDictionary(h => h.Role);
        return [.. Enum.GetValues<Role>().Select(role => new Line(role, role.Title(), WhereOf(role), RightsOf(role),
            held.GetValueOrDefault(role)?.People ?? 0, held.GetValueOrDefault(role)?.Posts ?? 0))];
    }

    private static List<Right> RightsOf(Role role)
        => [.. Catalogue.Capabilities.SelectMany(c => c.Permissions.Where(p => p.Roles.Contains(role)).Select(p => new Right(p.Key, c.Title, p.Title)))];

    private static string WhereOf(Role role) => role.IsOfOrganisation() ? "一个单位" : role.IsOfAlliance() ? "一个联盟" : role.IsOfDistrict() ? "一个区县" : "全市";
}
