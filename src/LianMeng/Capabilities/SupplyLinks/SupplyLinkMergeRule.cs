using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>Whom an entry deals with, the firm deals with that it turned out to be. A link that would be there twice, or from the firm to itself, is dropped and stays so.</summary>
internal sealed class SupplyLinkMergeRule(AppDb db, TimeProvider clock) : OrganisationMergeRule
{
    public override string Name => "供货关系";

    public override async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        var links = await db.Links().Where(l => l.State != SupplyLinkState.Withdrawn && (l.SellerId == from || l.BuyerId == from || l.SellerId == to || l.BuyerId == to)).ToListAsync(cancellation);
        var there = links.Where(l => l.SellerId != from && l.BuyerId != from).Select(l => (l.SellerId, l.BuyerId, l.ProductKey)).ToHashSet();
        var moved = new List<Guid>();
        foreach (var link in links.Where(l => l.SellerId == from || l.BuyerId == from))
        {
            var (seller, buyer) = (link.SellerId == from ? to : link.SellerId, link.BuyerId == from ? to : link.BuyerId);
            if (seller == buyer || !there.Add((seller, buyer, link.ProductKey)))
            {
                link.Drop(clock.GetUtcNow().UtcDateTime);
                continue;
            }

            link.Replace(from, to);
            moved.Add(link.Id);
        }

        return moved;
    }

    public override async Task<int> MoveBackAsync(Guid from, Guid to, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var links = await db.Set<SupplyLink>().Where(l => ids.Contains(l.Id) && (l.SellerId == to || l.BuyerId == to) && l.SellerId != from && l.BuyerId != from).ToListAsync(cancellation);
        foreach (var link in links) link.Replace(to, from);
        return links.Count;
    }
}
