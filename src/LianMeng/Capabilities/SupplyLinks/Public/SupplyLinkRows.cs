using System.Runtime.CompilerServices;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.SupplyLinks.Public;

/// <summary>
/// All links that stand in the actor's read districts, whoever the actor is: <b>for calculations whose results are guarded</b> (<c>GuardedAmount</c>) and for nothing else. No page, answer, export or picture may show a row: who deals with
/// whom is known to the two firms and their officers. Only between enterprises that are in the figures.
/// </summary>
public sealed class SupplyLinkRows(AppDb db, FirmDirectory firms)
{
    /// <summary>Read the stream to its end before asking the data context anything else: PostgreSQL answers one question at a time.</summary>
    public async IAsyncEnumerable<SupplyLinkRow> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var counted = firms.Firms().Where(f => f.Kind == OrganisationKind.Enterprise && f.Uscc != null);
        var rows = from link in db.Set<SupplyLink>().AsNoTracking()
                   where link.State != SupplyLinkState.Withdrawn
                   join seller in counted on link.SellerId equals seller.Id
                   join buyer in counted on link.BuyerId equals buyer.Id
                   orderby link.Id
                   select new { link.Id, link.SellerId, link.BuyerId, link.Product, link.Quantity, link.Unit, link.Value, link.State, link.DeniedBy };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
            yield return new(row.Id, row.SellerId, row.BuyerId, row.Product, row.Quantity, row.Unit, row.Value,
                row.State switch { SupplyLinkState.ByBuyer => SupplyLinkKnowledge.ByBuyer, SupplyLinkState.BySeller => SupplyLinkKnowledge.BySeller, _ => SupplyLinkKnowledge.ByBoth }, row.DeniedBy is not null);
    }
}
