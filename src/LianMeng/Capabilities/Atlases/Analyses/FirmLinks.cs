using LianMeng.Capabilities.SupplyLinks.Public;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>Who buys what from whom, on the products of an atlas. A link that the other side denies is in no figure.</summary>
public sealed class FirmLinks(SupplyLinkRows rows, WordPlaces words)
{
    private (AtlasAnalysis Analysis, FirmNetwork Network)? known;

    internal async Task<FirmNetwork> OfAsync(AtlasAnalysis analysis, CancellationToken cancellation)
    {
        if (known is { } earlier && ReferenceEquals(earlier.Analysis, analysis)) return earlier.Network;
        var links = new List<FirmLink>();
        await foreach (var row in rows.AllAsync(cancellation))
        {
            if (row.IsDenied || row.Seller == row.Buyer || !analysis.Firms.Has(row.Seller) || !analysis.Firms.Has(row.Buyer)) continue;
            var products = words.Of(analysis.Open.Graph, row.Product);
            foreach (var product in products)
            {
                var factor = row.Unit is { } unit ? ChainUnits.Factor(unit, analysis.HealthOf(product)!.Product.Unit) : null;
                // what is said of two products in one line cannot be divided
                var isOne = products.Count == 1;
                links.Add(new(row.Seller, row.Buyer, product, isOne && row.Quantity >= 0 ? row.Quantity * factor : null, isOne && row.Value >= 0 ? row.Value : null));
            }
        }

        known = (analysis, new(links));
        return known.Value.Network;
    }
}
