using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>
/// What is known of an atlas and its firms, judged. It holds every firm's figures: whatever leaves a use case goes through <see cref="GuardedAmount.For"/> of <see cref="Viewer"/>, and nothing in it is shown as it is.
/// </summary>
public sealed class AtlasAnalysis
{
    private readonly Dictionary<string, NodeHealth> health;
    private readonly Lazy<GapReport> gaps;

    internal AtlasAnalysis(OpenAtlas open, ChainFacts facts, IReadOnlyList<NodeHealth> judged, GapRule rule, AtlasFirmNames firms, Viewer viewer, IReadOnlyList<PlacedFirmLine> lines, IReadOnlyList<ProductLink> links)
    {
        (Open, Facts, Health, Firms, Viewer, Lines, Links) = (open, facts, judged, firms, viewer, lines, links);
        health = judged.ToDictionary(node => node.Product.Key, StringComparer.Ordinal);
        gaps = new(() => FindGaps(facts, judged, rule));
    }

    public OpenAtlas Open { get; }

    /// <summary>What the engine's analyses ask; products in the order of <c>Content.Nodes</c>.</summary>
    public ChainFacts Facts { get; }

    /// <summary>One a product, in the order of <c>Content.Nodes</c>.</summary>
    public IReadOnlyList<NodeHealth> Health { get; }

    /// <summary>Firms of the atlas's district, and what they are called.</summary>
    public AtlasFirmNames Firms { get; }

    /// <summary>Whose figures the actor may know.</summary>
    public Viewer Viewer { get; }

    /// <summary>The links, with coefficients in the units of their products.</summary>
    public IReadOnlyList<ProductLink> Links { get; }

    /// <summary>Worked out when first asked.</summary>
    public GapReport Gaps => gaps.Value;

    internal IReadOnlyList<PlacedFirmLine> Lines { get; }

    /// <summary>Local makers with what they have for sale and what is sold.</summary>
    internal IReadOnlyList<MakerLine> Makers => [.. Lines.Where(line => line.Line.Role == Organisations.Public.FirmLineRole.Makes).Select(line => new MakerLine(line.Line.OrganisationId, line.Product, line.Quantity, line.Sold))];

    internal SubstitutionCase? Substitution { get; set; }

    /// <summary>null when the atlas has no such product</summary>
    public NodeHealth? HealthOf(string key) => health.GetValueOrDefault(key);

    /// <summary>Name of a product; its key when the atlas has none.</summary>
    public string ProductName(string key) => HealthOf(key)?.Product.Name ?? key;

    /// <summary>Absurd coefficients one after another run out of numbers: then only the next step is followed.</summary>
    private static GapReport FindGaps(ChainFacts facts, IReadOnlyList<NodeHealth> judged, GapRule rule)
    {
        try
        {
            return ChainGaps.Find(facts, judged, rule);
        }
        catch (OverflowException)
        {
            return ChainGaps.Find(facts, judged, rule with { DerivedSteps = 1 });
        }
    }

    /// <summary>Place of a product in the content, from 0.</summary>
    public int PlaceOf(string key) => Facts.PlaceOf(key);
}
