using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances.Public;

/// <summary>Which organisations are members of which alliances at this moment: those that are active or under review, in alliances that are not dissolved.</summary>
public sealed class AllianceMembers(AppDb db)
{
    public sealed class Row
    {
        public Guid AllianceId { get; init; }
        public string Alliance { get; init; } = "";
        public Guid OrganisationId { get; init; }
    }

    /// <summary>Within the actor's districts.</summary>
    public IQueryable<Row> Present() => db.Set<Membership>().AsNoTracking().Where(m => m.State == MembershipState.Active || m.State == MembershipState.UnderReview)
        .Join(db.Set<Alliance>().AsNoTracking().Where(a => a.State != AllianceState.Dissolved), m => m.AllianceId, a => a.Id,
            (m, a) => new Row { AllianceId = a.Id, Alliance = a.Name, OrganisationId = m.OrganisationId });

    /// <summary>The alliances of each of these organisations; none for those that are in none.</summary>
    public async Task<ILookup<Guid, Guid>> OfAsync(IReadOnlyCollection<Guid> organisationIds, CancellationToken cancellation)
        => organisationIds.Count == 0 ? Array.Empty<Row>().ToLookup(r => r.OrganisationId, r => r.AllianceId)
            : (await Present().Where(r => organisationIds.Contains(r.OrganisationId)).ToListAsync(cancellation)).ToLookup(r => r.OrganisationId, r => r.AllianceId);
}
