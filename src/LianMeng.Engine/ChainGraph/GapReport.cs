namespace LianMeng.Engine.ChainGraph;

/// <summary>Gaps beside strengths. Nodes of unknown health are in neither: they are the worklist "ask these firms".</summary>
/// <param name="Gaps">断 and 弱 nodes, in the order of the products; lists for people come from <see cref="Ranked"/>.</param>
/// <param name="Derived">Second-tier gaps, in the order of the products.</param>
/// <param name="UnknownCoefficients">Where the propagation stopped for want of a coefficient.</param>
/// <param name="Strengths">强 nodes, largest known spare value first, then by name.</param>
/// <param name="ToAsk">Nodes of unknown health, those with most silent firms first.</param>
public sealed record GapReport(
    IReadOnlyList<Gap> Gaps, IReadOnlyList<DerivedGap> Derived, IReadOnlyList<UnknownCoefficient> UnknownCoefficients, IReadOnlyList<Strength> Strengths, IReadOnlyList<NodeHealth> ToAsk)
{
    /// <summary>
    /// The list for one viewer: most ¥ leaving × centrality first, by what he may see (a band counts by its lower edge), ties by name; gaps whose value is unknown come last, by centrality.
    /// </summary>
    public IReadOnlyList<Gap> Ranked(Viewer viewer) =>
    [
        .. Gaps.Select(gap => (Gap: gap, Key: gap.RankKey(viewer))).OrderBy(row => row.Key is null).ThenByDescending(row => row.Key ?? row.Gap.Centrality)
            .ThenBy(row => row.Gap.Node.Product.Name, StringComparer.Ordinal).ThenBy(row => row.Gap.Node.Product.Key, StringComparer.Ordinal).Select(row => row.Gap),
    ];

    /// <summary>Second-tier gaps for one viewer: most missing ¥ first, unknown last, ties by name.</summary>
    public IReadOnlyList<DerivedGap> RankedDerived(Viewer viewer) =>
    [
        .. Derived.Select(gap => (Gap: gap, Key: gap.Value.For(viewer).OrderKey)).OrderBy(row => row.Key is null).ThenByDescending(row => row.Key)
            .ThenBy(row => row.Gap.Product.Name, StringComparer.Ordinal).ThenBy(row => row.Gap.Product.Key, StringComparer.Ordinal).Select(row => row.Gap),
    ];

    /// <summary>¥ a year that leave the district through all gaps, safe to show beside the list.</summary>
    public ShownAmount TotalLeaving(Viewer viewer) => GuardedAmount.Total([.. Gaps.Select(gap => gap.Leaving)], viewer, "元");
}
