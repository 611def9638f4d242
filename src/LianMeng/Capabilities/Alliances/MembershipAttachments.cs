using LianMeng.Capabilities.Files.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>The evidence of a membership's steps: for those who see the alliance's inside, and for the member itself.</summary>
internal sealed class MembershipAttachments(AppDb db, Actor actor, FirmDirectory firms) : AttachmentRule
{
    public const string KindName = "membership";

    public override string Kind => KindName;

    public override string Title => "证明材料";

    public override string Examples => "申请表、决定、退出说明等凭据";

    public override async Task<IReadOnlyDictionary<Guid, AttachmentSubject>> ReadableAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var (all, within) = actor.Reach(AlliancesCapability.Oversee);
        var own = actor.OrganisationId;
        var seen = await db.Set<Membership>().AsNoTracking().Where(m => ids.Contains(m.Id) && (all || within.Contains(m.AllianceId) || (own != null && m.OrganisationId == own)))
            .Join(firms.Firms(), m => m.OrganisationId, f => f.Id, (m, f) => new { m.Id, m.DistrictId, m.AllianceId, m.OrganisationId, f.Name }).ToListAsync(cancellation);
        return seen.ToDictionary(m => m.Id, m => new AttachmentSubject(m.Name, $"/memberships/{m.Id}", null,
            m.DistrictId == actor.WriteDistrict && (m.OrganisationId == own ? actor.May(AlliancesCapability.Execute) : actor.MayIn(m.AllianceId, AlliancesCapability.Act))));
    }
}
