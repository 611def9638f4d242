using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.PartyOrganisations.Public;
using LianMeng.Engine.Assignment;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Data;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>The next term of an alliance's chair and the order of its members for it, as they are now. Only enterprises take the chair.</summary>
public sealed class ChairRotation(AppDb db, FirmDirectory firms, PartyDirectory party, SettingValues settings, TimeProvider clock)
{
    public static readonly Setting Months = new("Alliances:TermMonths", "联盟", "轮值任期", "轮值单位一任几个月；3 个月即一个季度。", "个月", 3, 1, 12);

    public static readonly Setting LeastSize = new("Alliances:ChairSize", "联盟", "轮值单位的最小规模", "2 微型，3 小型，4 中型，5 大型；更小的企业不列入轮值。", "级", 3, 2, 5);

    /// <param name="Place">from 1 among those who may; null for those who may not</param>
    /// <param name="WhyNot">empty for those who may</param>
    public sealed record Candidate(Guid MembershipId, Guid OrganisationId, string Name, Guid? PartyOrganisationId, string? PartyOrganisation, SizeClass Size, DateOnly UnservedSince, int Terms, int? Place, IReadOnlyList<string> WhyNot);

    /// <param name="From">the next term's first day</param>
    /// <param name="To">its last day</param>
    /// <param name="Next">null when nobody may</param>
    /// <param name="Invited">somebody is invited for it already</param>
    public sealed record Proposal(DateOnly From, DateOnly To, Candidate? Next, string Why, IReadOnlyList<Candidate> Order, Guid? Invited);

    public async Task<Proposal> ProposeAsync(Guid allianceId, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime);
        var terms = await db.Set<ChairTerm>().AsNoTracking().Where(t => t.AllianceId == allianceId).ToListAsync(cancellation);
        var served = terms.Where(t => t.IsServed).ToList();
        var (from, to) = TermCalendar.Next(today, served.Count == 0 ? null : served.Max(t => t.To), settings.Of(Months));
        var passed = terms.Where(t => t.To == to && t.State is (ChairState.Declined or ChairState.Skipped)).Select(t => t.MembershipId).ToHashSet();
        var ends = served.GroupBy(t => t.OrganisationId).ToDictionary(g => g.Key, g => (Last: g.Max(t => t.To), Count: g.Count()));

        var members = await db.Set<Membership>().AsNoTracking().Where(m => m.AllianceId == allianceId && (m.State == MembershipState.Active || m.State == MembershipState.UnderReview))
            .Join(firms.Firms().Where(f => f.Kind == OrganisationKind.Enterprise), m => m.OrganisationId, f => f.Id, (m, f) => new { Member = m, Firm = f }).ToListAsync(cancellation);
        var parties = await party.OfAsync([.. members.Select(m => m.Firm.Id)], cancellation);
        var least = (SizeClass)settings.Of(LeastSize);
        var order = Rotation.Order(members.Select(m => new RotationCandidate(m.Member.Id, m.Firm.Uscc, m.Firm.Size, m.Member.IsFitForChair, parties.ContainsKey(m.Firm.Id),
            ends.TryGetValue(m.Firm.Id, out var end) ? end.Last.AddDays(1) : m.Member.JoinedOn ?? m.Member.AppliedOn, passed.Contains(m.Member.Id))), least);
        var known = members.ToDictionary(m => m.Member.Id);
        var candidates = order.Select(o =>
        {
            var (member, firm) = (known[o.Candidate.Id].Member, known[o.Candidate.Id].Firm);
            var body = parties.GetValueOrDefault(firm.Id);
            return new Candidate(member.Id, firm.Id, firm.Name, body?.PartyOrganisationId, body?.Name, firm.Size, o.Candidate.UnservedSince, ends.GetValueOrDefault(firm.Id).Count, o.Place, Words(o, member, firm.Size, least));
        }).ToList();
        var next = candidates.Find(c => c.Place == 1);
        return new(from, to, next, Why(next, candidates), candidates, terms.Find(t => t.State == ChairState.Invited)?.Id);
    }

    private static string Why(Candidate? next, List<Candidate> all)
    {
        var may = all.Count(c => c.Place is not null);
        if (next is null)
            return all.Count == 0 ? "还没有企业成员，请先登记或导入成员。" : $"{all.Count} 家企业成员里没有一家符合条件：须有党组织、规模达标，并认定为基础较好、有一定影响力；本任已谢绝或跳过的也不再列入。各家原因见下表。";
        return $"{all.Count} 家企业成员里 {may} 家符合条件，{next.Name}{(next.Terms == 0 ? $"加入后从未担任（自 {ChinaTime.Date(next.UnservedSince)}）" : $"未担任最久（自 {ChinaTime.Date(next.UnservedSince)}）")}；时间相同的按统一社会信用代码排。";
    }

    private static List<string> Words(RotationPlace place, Membership member, SizeClass size, SizeClass least)
    {
        var words = new List<string>();
        if (place.Obstacles.HasFlag(RotationObstacles.AwaitsCode)) words.Add("待核码");
        if (place.Obstacles.HasFlag(RotationObstacles.NoPartyOrganisation)) words.Add("没有登记党组织");
        if (place.Obstacles.HasFlag(RotationObstacles.SizeUnknown)) words.Add(size == SizeClass.Unknown ? "规模未知，请补齐行业、人数、营收" : "所在行业不适用规模划分");
        if (place.Obstacles.HasFlag(RotationObstacles.TooSmall)) words.Add($"规模为{size.ToChinese()}，未达到{least.ToChinese()}");
        if (place.Obstacles.HasFlag(RotationObstacles.NotJudged)) words.Add("还没有认定轮值资格");
        if (place.Obstacles.HasFlag(RotationObstacles.JudgedUnfit)) words.Add($"认定暂不具备：{member.Judgement}");
        if (place.Obstacles.HasFlag(RotationObstacles.PassedOver)) words.Add("本任已谢绝或跳过");
        return words;
    }
}
