using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals.Public;

/// <summary>Deals for what led to them.</summary>
public sealed class DealBook(AppDb db, Actor actor)
{
    /// <summary>What a firm buys from another by a deal, as far as the actor sees it.</summary>
    /// <param name="Products">in the firms' own words</param>
    /// <param name="Condition">进行中, 已办结 …</param>
    /// <param name="OpenedAt">UTC</param>
    public sealed record Bought(Guid Id, Guid SellerId, IReadOnlyList<string> Products, string Condition, DateTime OpenedAt);

    public async Task<IReadOnlyList<Bought>> BoughtAsync(Guid buyer, IReadOnlyCollection<Guid> sellers, CancellationToken cancellation)
        => [.. (await db.Set<Deal>().AsNoTracking().SeenBy(actor).Where(d => d.BuyerId == buyer && sellers.Contains(d.SellerId) && d.Condition != DealCondition.Void)
            .Select(d => new { d.Id, d.SellerId, Products = d.Lines.Select(l => l.Product).ToList(), d.Condition, d.OpenedAt }).ToListAsync(cancellation))
            .Select(d => new Bought(d.Id, d.SellerId, d.Products, ListExport.Words(d.Condition), d.OpenedAt))];
}
