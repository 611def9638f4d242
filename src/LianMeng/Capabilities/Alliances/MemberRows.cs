using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.PartyOrganisations.Public;
using LianMeng.Shared.Data;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Members with what figures and worklists ask of them: one projection, so that a figure and its records are the same question.</summary>
public sealed class MemberRows(AppDb db, FirmDirectory firms, PartyDirectory party, SettingValues settings, TimeProvider clock)
{
    /// <summary>涵盖: how it is counted.</summary>
    public const string CoveredDefinition = "正式成员（含复核中）里，类型为企业、有统一社会信用代码的家数。";

    /// <summary>有效覆盖: how it is counted.</summary>
    public const string EffectiveDefinition = "涵盖的企业里，有单独组建或联合党支部、或指定了党建指导员，并且近 12 个月内有一次记录在案的活动或服务的家数；不与涵盖数相加。";

    public DateOnly Today => ChinaTime.Today(clock.GetUtcNow().UtcDateTime);

    /// <summary>Who became a member, or was reviewed, on this day or before is due for review.</summary>
    public DateOnly ReviewedBefore => Today.AddMonths(-settings.Of(AlliancesCapability.ReviewMonths));

    public IQueryable<ListMembers.Row> All()
    {
        var (formal, since, due) = (party.Formal(), Today.AddMonths(-12), ReviewedBefore);
        return from m in db.Set<Membership>().AsNoTracking()
               join f in firms.Firms() on m.OrganisationId equals f.Id
               let last = db.Set<ServiceRecord>().Where(s => s.AllianceId == m.AllianceId && s.OrganisationId == m.OrganisationId).Max(s => (DateOnly?)s.On)
               let present = m.State == MembershipState.Active || m.State == MembershipState.UnderReview
               let covered = present && f.Kind == OrganisationKind.Enterprise && f.Uscc != null
               let hasParty = formal.Any(p => p.OrganisationId == m.OrganisationId)
               select new ListMembers.Row
               {
                   Id = m.Id, AllianceId = m.AllianceId, OrganisationId = m.OrganisationId, Name = f.Name, Uscc = f.Uscc, Kind = f.Kind, Size = f.Size, Park = f.Park, State = m.State,
                   JoinedOn = m.JoinedOn, AppliedOn = m.AppliedOn, ReviewedOn = m.ReviewedOn, HasParty = hasParty, InstructorId = m.InstructorId, LastService = last, Reason = m.Reason,
                   IsFitForChair = m.IsFitForChair, IsPresent = present, IsCovered = covered,
                   IsEffective = covered && (hasParty || m.InstructorId != null) && last != null && last >= since,
                   IsDue = present && ((m.ReviewedOn != null && m.ReviewedOn <= due) || (m.ReviewedOn == null && m.JoinedOn <= due)),
                   SortKey = f.SortKey, SearchText = f.SearchText,
               };
    }
}
