using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>What each of the four tiers of an alliance has to do now, and who holds 1+1+1.</summary>
public sealed class AllianceBoard(AppDb db, MandateBook mandates, MemberRows members, FirmDirectory firms, LeftEntries left, TimeProvider clock)
{
    /// <param name="Due">the day by which, in China</param>
    /// <param name="IsAlarm">it is red: a vacancy, something overdue</param>
    public sealed record Line(AllianceTier Tier, string Text, string Href, DateOnly? Due = null, bool IsAlarm = false);

    /// <summary>包链领导, 驻链指导员, 轮值单位.</summary>
    /// <param name="Chair">the firm whose Party organisation is chair today</param>
    public sealed record OneOneOne(IReadOnlyList<string> Leaders, IReadOnlyList<string> Instructors, string? Chair, DateOnly? ChairUntil, Guid? ChairTermId)
    {
        public IReadOnlyList<string> Vacant => [.. new[] { (Leaders.Count == 0, Role.ChainLeader.Title()), (Instructors.Count == 0, Role.PartyInstructor.Title()), (Chair is null, "轮值单位") }.Where(v => v.Item1).Select(v => v.Item2)];
    }

    private const int Listed = 8;

    /// <summary>Of several alliances by one question each.</summary>
    public async Task<IReadOnlyDictionary<Guid, OneOneOne>> HoldersAsync(IReadOnlyCollection<Guid> allianceIds, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime);
        var posts = (await mandates.HeldNow().Where(m => allianceIds.Contains(m.AllianceId) && (m.Role == Role.ChainLeader || m.Role == Role.PartyInstructor))
            .OrderBy(m => m.From).ToListAsync(cancellation)).ToLookup(m => m.AllianceId);
        var terms = (await db.Set<ChairTerm>().AsNoTracking().Where(t => allianceIds.Contains(t.AllianceId) && t.State == ChairState.Accepted && t.From <= today && t.To >= today)
            .Join(firms.Firms(), t => t.OrganisationId, f => f.Id, (t, f) => new { t.Id, t.AllianceId, t.To, f.Name }).ToListAsync(cancellation)).ToLookup(t => t.AllianceId);
        return allianceIds.ToDictionary(id => id, id => new OneOneOne(
            [.. posts[id].Where(m => m.Role == Role.ChainLeader).Select(m => m.Name).Distinct()], [.. posts[id].Where(m => m.Role == Role.PartyInstructor).Select(m => m.Name).Distinct()],
            terms[id].FirstOrDefault()?.Name, terms[id].FirstOrDefault()?.To, terms[id].FirstOrDefault()?.Id));
    }

    public async Task<IReadOnlyList<Line>> LinesAsync(Alliance alliance, OneOneOne holders, CancellationToken cancellation)
    {
        var (lines, at, today) = (new List<Line>(), $"/alliances/{alliance.Id}", members.Today);
        if (alliance.State == AllianceState.Dissolved) return lines;
        if (alliance.State == AllianceState.Running)
        {
            foreach (var vacant in holders.Vacant)
                lines.Add(new(AllianceTier.District, $"{vacant}空缺", vacant == "轮值单位" ? at + "/rotation" : at + "/posts", IsAlarm: true));
        }

        await AddMembersAsync(alliance, lines, at, cancellation);
        await AddChairAsync(alliance, lines, at, today, cancellation);
        await AddRegisterAsync(alliance, lines, at, today, cancellation);
        if (alliance.State == AllianceState.Founding)
            lines.Add(new(AllianceTier.District, await db.Set<FoundingApproval>().AnyAsync(a => a.AllianceId == alliance.Id, cancellation) ? "已有批复，可转入运行" : "等待批复：登记后转入运行", at + "/edit"));
        return lines;
    }

    private async Task AddMembersAsync(Alliance alliance, List<Line> lines, string at, CancellationToken cancellation)
    {
        var states = await members.All().Where(m => m.AllianceId == alliance.Id).GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        if (states.GetValueOrDefault(MembershipState.Applied) is var applied and > 0) lines.Add(new(AllianceTier.Committee, $"{applied} 家申请加入，等待批准", at + "/members?state=Applied"));
        if (states.GetValueOrDefault(MembershipState.Approved) is var approved and > 0) lines.Add(new(AllianceTier.Committee, $"{approved} 家已批准，待转为正式成员", at + "/members?state=Approved"));
        if (states.GetValueOrDefault(MembershipState.UnderReview) is var watched and > 0) lines.Add(new(AllianceTier.Committee, $"{watched} 家复核中，等待结论", at + "/members?state=UnderReview"));
        var due = await members.All().CountAsync(m => m.AllianceId == alliance.Id && m.IsDue, cancellation);
        if (due > 0) lines.Add(new(AllianceTier.Committee, $"{due} 家成员待年度复核", at + "/review"));
    }

    private async Task AddChairAsync(Alliance alliance, List<Line> lines, string at, DateOnly today, CancellationToken cancellation)
    {
        var invited = await db.Set<ChairTerm>().AsNoTracking().Where(t => t.AllianceId == alliance.Id && t.State == ChairState.Invited).OrderBy(t => t.From)
            .Join(firms.Firms(), t => t.OrganisationId, f => f.Id, (t, f) => new { t.From, f.Name }).ToListAsync(cancellation);
        foreach (var term in invited) lines.Add(new(AllianceTier.Firms, $"{term.Name}：答复轮值邀请（{ChinaTime.Date(term.From)}起）", at + "/rotation", term.From, term.From <= today));
        if (alliance.State == AllianceState.Running && invited.Count == 0 && !await db.Set<ChairTerm>().AnyAsync(t => t.AllianceId == alliance.Id && t.State == ChairState.Accepted && t.To > today.AddDays(30), cancellation))
            lines.Add(new(AllianceTier.Committee, "商定并邀请下一任轮值单位", at + "/rotation"));
    }

    private async Task AddRegisterAsync(Alliance alliance, List<Line> lines, string at, DateOnly today, CancellationToken cancellation)
    {
        var entries = await db.Set<RegisterEntry>().AsNoTracking().Where(e => e.AllianceId == alliance.Id && e.State != RegisterState.StruckOff).OrderBy(e => e.Deadline ?? DateOnly.MaxValue).ThenBy(e => e.Id).Take(200).ToListAsync(cancellation);
        if (entries.Count(e => e.State == RegisterState.Done) is var done and > 0) lines.Add(new(AllianceTier.Committee, $"{done} 项已完成，待核实销号", at + "/registers?state=Done"));
        if (entries.Count(e => e.IsOverdue(today)) is var overdue and > 0) lines.Add(new(AllianceTier.District, $"{overdue} 项清单事项逾期", at + "/registers?overdue=true", IsAlarm: true));
        if (await left.All().CountAsync(e => e.AllianceId == alliance.Id, cancellation) is var leaving and > 0) lines.Add(new(AllianceTier.District, $"{leaving} 项清单事项的责任人已离任，待交接", at + "/registers?handOver=true", IsAlarm: true));
        var owners = entries.Select(e => e.OwnerOrganisationId).OfType<Guid>().Distinct().ToList();
        var known = await firms.Firms().Where(f => owners.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellation);
        foreach (var entry in entries.Where(e => e.State == RegisterState.Open).Take(Listed))
        {
            var owner = entry.OwnerOrganisationId is { } id ? known.GetValueOrDefault(id) : null;
            var tier = owner is null ? AllianceTier.Committee : owner.Kind == OrganisationKind.Enterprise ? AllianceTier.Firms : AllianceTier.Departments;
            lines.Add(new(tier, owner is null ? entry.Title : $"{owner.Name}：{entry.Title}", at + "/registers", entry.Deadline, entry.IsOverdue(today)));
        }
    }
}
