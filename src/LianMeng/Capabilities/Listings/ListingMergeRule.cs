using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings;

/// <summary>What a firm offers and seeks goes with it into the one that it turned out to be.</summary>
internal sealed class ListingMergeRule(AppDb db, TimeProvider clock) : OrganisationMergeRule
{
    public override string Name => "供需信息";

    public override async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        var listings = await db.Set<Listing>().Where(l => l.OrganisationId == from).ToListAsync(cancellation);
        var said = (await db.Set<Listing>().AsNoTracking().Where(l => l.OrganisationId == to && l.LiveKey != null).Select(l => l.LiveKey!).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        foreach (var listing in listings)
        {
            // both entries had posted the same words: one of them is enough
            if (listing.IsLive && said.Contains(listing.LiveKeyOf(to))) listing.Withdraw("与合并后企业的另一条信息相同", clock.GetUtcNow().UtcDateTime);
            listing.BelongTo(to);
        }

        return [.. listings.Select(l => l.Id)];
    }

    public override async Task<int> MoveBackAsync(Guid from, Guid to, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var listings = await db.Set<Listing>().Where(l => ids.Contains(l.Id) && l.OrganisationId == to).ToListAsync(cancellation);
        foreach (var listing in listings) listing.BelongTo(from);
        return listings.Count;
    }
}
