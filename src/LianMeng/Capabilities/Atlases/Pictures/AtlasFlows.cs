using LianMeng.Capabilities.Atlases.Analyses;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>
/// Yearly purchases of each product, by what the buyers make of it. Where a buyer makes one product that the atlas says it goes into, it goes there; where several, to their stage, since how it is divided is not known; where none, to 其他用途.
/// </summary>
internal static class AtlasFlows
{
    /// <summary>Ends that are no product.</summary>
    public const string StagePrefix = "stage:", Several = "several", Other = "other";

    /// <param name="Product">What is bought.</param>
    /// <param name="To">Key of a product, or one of the ends above.</param>
    /// <param name="Amount">Guarded: with a part that cannot be shown, all parts of the product become bands, since the whole is shown elsewhere and the rest could be subtracted.</param>
    public sealed record Part(string Product, string To, GuardedAmount Amount);

    /// <param name="byValue">元 a year, else the products' own units</param>
    public static IReadOnlyList<Part> Of(AtlasAnalysis analysis, bool byValue)
    {
        var graph = analysis.Open.Graph;
        var makes = analysis.Lines.Where(l => l.Line.Role == FirmLineRole.Makes).ToLookup(l => l.Line.OrganisationId, l => l.Product);
        var into = analysis.Open.Content.Links.Where(l => l.Meaning == LinkMeaning.InputOf).ToLookup(l => l.From, l => l.To, StringComparer.Ordinal);
        var parts = new List<Part>();
        foreach (var bought in analysis.Lines.Where(l => l.Line.Role == FirmLineRole.Buys).GroupBy(l => l.Product, StringComparer.Ordinal))
        {
            var unit = byValue ? "元" : analysis.HealthOf(bought.Key)!.Product.Unit;
            var price = graph.Node(bought.Key) is { Unit: not null, ReferencePrice: { } reference } ? reference : (decimal?)null;
            var ends = bought.GroupBy(l => EndOf(into[bought.Key].Intersect(makes[l.Line.OrganisationId], StringComparer.Ordinal).ToList(), graph), StringComparer.Ordinal).Select(g => Whole(g.Key, [.. g])).ToList();
            parts.AddRange(Guarded(ends, analysis.Viewer).Select(e => new Part(bought.Key, e.To, e.Amount)));

            (string To, GuardedAmount Amount, IReadOnlyList<Guid> Buyers) Whole(string to, IReadOnlyList<PlacedFirmLine> lines)
            {
                var amounts = lines.Select(l => (l.Line.OrganisationId, Amount: byValue ? l.Quantity * ((l.PriceLow ?? l.PriceHigh) ?? price) : l.Quantity)).ToList();
                var known = amounts.Where(a => a.Amount > 0).ToList();
                IReadOnlyList<Guid> buyers = [.. known.Select(a => a.OrganisationId).Distinct()];
                return (to, new(known.Count == 0 ? null : known.Sum(a => a.Amount!.Value), BuyerSet.Of(buyers), unit, amounts.TrueForAll(a => a.Amount is not null)), buyers);
            }
        }

        return parts;
    }

    /// <summary>With a part that this viewer may not see, every other that is not all his own becomes a band too.</summary>
    internal static IEnumerable<(string To, GuardedAmount Amount)> Guarded(IReadOnlyList<(string To, GuardedAmount Amount, IReadOnlyList<Guid> Buyers)> parts, Viewer viewer)
    {
        var hidden = parts.Where(p => p.Amount.For(viewer).IsBand).ToList();
        if (hidden.Count == 0) return parts.Select(p => (p.To, p.Amount));
        // the fewest buyers of a hidden part: whoever may not see that one sees none of these
        var fewest = BuyerSet.Of(hidden.MinBy(p => p.Buyers.Count).Buyers);
        return parts.Select(p => (p.To, p.Buyers.All(viewer.MayKnow) ? p.Amount : new GuardedAmount(p.Amount.For(Viewer.Calculation).Exact, fewest, p.Amount.Unit, p.Amount.IsComplete)));
    }

    private static string EndOf(List<string> uses, AtlasGraph graph)
    {
        if (uses.Count == 0) return Other;
        if (uses.Count == 1) return uses[0];
        var stages = uses.Select(key => graph.Node(key)!.Stage).Distinct().ToList();
        return stages is [{ } stage] ? StagePrefix + stage : Several;
    }
}
