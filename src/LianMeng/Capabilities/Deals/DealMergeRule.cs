using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals;

/// <summary>An entry's deals are those of the firm that it turned out to be. A deal between the two is void and stays so.</summary>
internal sealed class DealMergeRule(AppDb db, TimeProvider clock) : OrganisationMergeRule
{
    public override string Name => "合作";

    public override async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        var moved = new List<Guid>();
        foreach (var deal in await db.Deals().Where(d => d.Condition != DealCondition.Void && (d.SellerId == from || d.BuyerId == from)).ToListAsync(cancellation))
        {
            if (deal.SellerId == to || deal.BuyerId == to)
            {
                deal.Drop(clock.GetUtcNow().UtcDateTime);
                continue;
            }

            deal.Replace(from, to);
            moved.Add(deal.Id);
        }

        return moved;
    }

    public override async Task<int> MoveBackAsync(Guid from, Guid to, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var deals = await db.Set<Deal>().Where(d => ids.Contains(d.Id) && (d.SellerId == to || d.BuyerId == to) && d.SellerId != from && d.BuyerId != from).ToListAsync(cancellation);
        foreach (var deal in deals) deal.Replace(to, from);
        return deals.Count;
    }
}
