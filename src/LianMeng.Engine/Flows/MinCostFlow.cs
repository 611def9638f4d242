namespace LianMeng.Engine.Flows;

/// <summary>
/// Min-cost flow in whole numbers (fractions: <see cref="FixedPoint"/>), by the network simplex method. Whole numbers, because then the answer is exact,
/// the same on every machine, and its duals prove it. No recursion; memory grows with nodes + arcs.
/// Made for shallow networks (suppliers, buyers, a few steps between): a step costs as much as the way through the tree is long, so a single path of n nodes costs n².
/// </summary>
public static class MinCostFlow
{
    /// <summary>Largest capacity, and largest sum of supplies: 10¹⁸.</summary>
    public const long MostFlow = 1_000_000_000_000_000_000;

    /// <summary>The cheapest flow that carries every supply to the demands; null when the capacities do not suffice.</summary>
    /// <param name="supplies">One a node, whole units: positive enters the network there, negative leaves it; they sum to zero.</param>
    /// <param name="arcs">Any order, parallel ones and cycles allowed, negative costs too.</param>
    /// <exception cref="ArgumentException">An arc without its node, from a node to itself, with a negative or too large capacity; supplies that do not sum to zero; costs too large for exact arithmetic.</exception>
    public static FlowSolution? Solve(IReadOnlyList<long> supplies, IReadOnlyList<FlowArc> arcs)
    {
        CheckSupplies(supplies);
        CheckArcs(arcs, supplies.Count);
        return new NetworkSimplex(supplies, arcs).Solve();
    }

    private static void CheckSupplies(IReadOnlyList<long> supplies)
    {
        Int128 sum = 0, positive = 0;
        foreach (var supply in supplies)
        {
            sum += supply;
            if (supply > 0) positive += supply;
        }

        if (sum != 0) throw new ArgumentException($"供给与需求之和应为零，现为 {sum}。", nameof(supplies));
        if (positive > MostFlow) throw new ArgumentException($"供给总量 {positive} 过大，最多 {MostFlow}。", nameof(supplies));
    }

    private static void CheckArcs(IReadOnlyList<FlowArc> arcs, int nodes)
    {
        Int128 dearest = 0;
        foreach (var arc in arcs)
        {
            if ((uint)arc.From >= (uint)nodes || (uint)arc.To >= (uint)nodes) throw new ArgumentException($"弧 {arc.From}→{arc.To} 指向不存在的点。", nameof(arcs));
            if (arc.From == arc.To) throw new ArgumentException($"弧 {arc.From}→{arc.To} 不能指向自身。", nameof(arcs));
            if (arc.Capacity is < 0 or > MostFlow) throw new ArgumentException($"弧 {arc.From}→{arc.To} 的容量 {arc.Capacity} 应在 0 与 {MostFlow} 之间。", nameof(arcs));
            dearest = Int128.Max(dearest, Int128.Abs(arc.Cost));
        }

        // potentials are sums of costs along a tree: they must stay inside 64 bits with room for one more addition
        if ((dearest + 1) * (nodes + 1) * 4 > long.MaxValue) throw new ArgumentException($"单位费用 {dearest} 对 {nodes} 个点的网络过大。", nameof(arcs));
    }
}
