using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>
/// The memberships of a firm are those of the one that it turned out to be. Where both are in an alliance, the one that has come further
/// stays in sight, and the other goes out of sight with the merged entry, to come back with it.
/// </summary>
internal sealed class MembershipMergeRule(AppDb db) : OrganisationMergeRule
{
    public override string Name => "联盟成员";

    public override async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        var all = await db.Set<Membership>().Where(m => m.OrganisationId == from || m.OrganisationId == to).ToListAsync(cancellation);
        var moved = new List<Guid>();
        foreach (var membership in all.Where(m => m.OrganisationId == from).ToList())
        {
            var other = membership.LiveOrganisationId is null ? null : all.Find(m => m.AllianceId == membership.AllianceId && m.LiveOrganisationId == to);
            if (other is not null && !membership.IsFurtherThan(other)) continue;
            if (other is not null) moved.Add(Give(other, from, isLive: false));
            moved.Add(Give(membership, to, membership.LiveOrganisationId is not null));
        }

        return moved;
    }

    public override async Task<int> MoveBackAsync(Guid from, Guid to, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var all = await db.Set<Membership>().Where(m => m.OrganisationId == from || m.OrganisationId == to).ToListAsync(cancellation);
        var back = all.Where(m => ids.Contains(m.Id)).ToList();
        foreach (var membership in back)
        {
            // who joined again in the meantime is a member by that; the application of then stays out of sight
            var again = membership.OrganisationId == from && all.Exists(m => m.AllianceId == membership.AllianceId && m.LiveOrganisationId == to && !ids.Contains(m.Id));
            Give(membership, membership.OrganisationId == to || again ? from : to, isLive: !again && !membership.HasLeft);
        }

        return back.Count;
    }

    private static Guid Give(Membership membership, Guid to, bool isLive)
    {
        membership.Follow(to, isLive);
        return membership.Id;
    }
}
