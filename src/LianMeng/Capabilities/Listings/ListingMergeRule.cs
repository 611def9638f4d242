using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings;

/// <summary>What a firm offers and seeks goes with it into the one that it turned out to be.</summary>
internal sealed class ListingMergeRule(AppDb db, TimeProvider clock) : RowsMergeRule<Listing>(db)
{
    public override string Name => "供需信息";

    protected override Expression<Func<Listing, Guid?>> Owner => l => l.OrganisationId;

    protected override void Give(Listing row, Guid to) => row.BelongTo(to);

    public override async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        var said = (await Db.Set<Listing>().AsNoTracking().Where(l => l.OrganisationId == to && l.LiveKey != null).Select(l => l.LiveKey!).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        // both entries had posted the same words: one of them is enough
        var live = await Db.Set<Listing>().Where(l => l.OrganisationId == from && l.LiveKey != null).ToListAsync(cancellation);
        foreach (var listing in live.Where(l => said.Contains(l.LiveKeyOf(to)))) listing.Withdraw("与合并后企业的另一条信息相同", clock.GetUtcNow().UtcDateTime);
        return await base.MoveAsync(from, to, cancellation);
    }
}
