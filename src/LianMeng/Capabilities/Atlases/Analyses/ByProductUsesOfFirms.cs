using LianMeng.Capabilities.ByProductUses.Public;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>What local firms can take as by-products, on the products of an atlas; what stands on none of them is of another atlas.</summary>
public sealed class ByProductUsesOfFirms(ByProductUseRows rows, WordPlaces words)
{
    internal async Task<IReadOnlyList<ByProductUse>> OfAsync(AtlasAnalysis analysis, CancellationToken cancellation)
    {
        var uses = new List<ByProductUse>();
        await foreach (var row in rows.AllAsync(cancellation))
        {
            if (!analysis.Firms.Has(row.Receiver)) continue;
            IReadOnlyList<string> products = [.. row.Products.SelectMany(product => words.Of(analysis.Open.Graph, product)).Distinct(StringComparer.Ordinal)];
            if (products.Count > 0) uses.Add(new(row.Receiver, products, row.Capacity, row.Limits, row.Rights, row.Value, row.Yield, row.Treatment));
        }

        return uses;
    }
}
