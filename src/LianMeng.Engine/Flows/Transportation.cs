namespace LianMeng.Engine.Flows;

/// <summary>
/// The transportation problem: supplies and demands are upper bounds, profit is maximised. A min-cost flow in which what is not sent goes to a hub for nothing.
/// Figures as in <see cref="FixedPoint"/>.
/// </summary>
public static class Transportation
{
    /// <summary>Solves it.</summary>
    /// <param name="supplies">How much each supply has; not negative.</param>
    /// <param name="demands">How much each demand takes; not negative, same unit.</param>
    /// <param name="arcs">The ways that exist; parallel ones are allowed.</param>
    /// <exception cref="ArgumentException">a negative or too large figure, an arc to nowhere</exception>
    public static TransportSolution Maximise(IReadOnlyList<decimal> supplies, IReadOnlyList<decimal> demands, IReadOnlyList<TransportArc> arcs)
    {
        var (offered, wanted) = (supplies.Select(FixedPoint.Quantity).ToArray(), demands.Select(FixedPoint.Quantity).ToArray());
        var kept = new List<int>();
        var profits = new long[arcs.Count];
        for (var a = 0; a < arcs.Count; a++)
        {
            var arc = arcs[a];
            if ((uint)arc.Supply >= (uint)offered.Length || (uint)arc.Demand >= (uint)wanted.Length) throw new ArgumentException($"弧 {arc.Supply}→{arc.Demand} 指向不存在的供方或需方。", nameof(arcs));
            profits[a] = FixedPoint.Price(arc.Profit);
            if (profits[a] > 0) kept.Add(a);
        }

        var solution = SolveFlow(offered, wanted, arcs, kept, profits);
        var network = new PriceNetwork(offered, wanted, [.. kept.Select(a => (arcs[a].Supply, arcs[a].Demand, profits[a]))], solution);
        var (supplyPrices, demandPrices) = network.Prices();
        var flows = new decimal[arcs.Count];
        for (var k = 0; k < kept.Count; k++) flows[kept[k]] = FixedPoint.FromQuantity(solution.Flows[k]);
        return new(flows, (decimal)-solution.Cost / FixedPoint.PriceScale / FixedPoint.QuantityScale, supplyPrices, demandPrices);
    }

    /// <summary>Arcs in this order: the kept ones, supply → hub, hub → demand. The last two have room to spare, so that they are never full and their prices never negative.</summary>
    private static FlowSolution SolveFlow(long[] offered, long[] wanted, IReadOnlyList<TransportArc> arcs, List<int> kept, long[] profits)
    {
        var hub = offered.Length + wanted.Length;
        Int128 all = 0;
        foreach (var quantity in offered) all += quantity;
        foreach (var quantity in wanted) all += quantity;
        if (all >= MinCostFlow.MostFlow) throw new ArgumentException("供给与需求总量过大。", nameof(arcs));
        var room = (long)all + 1;

        var flowArcs = new List<FlowArc>(kept.Count + hub);
        foreach (var a in kept) flowArcs.Add(new(arcs[a].Supply, offered.Length + arcs[a].Demand, room, -profits[a]));
        for (var i = 0; i < offered.Length; i++) flowArcs.Add(new(i, hub, room, 0));
        for (var j = 0; j < wanted.Length; j++) flowArcs.Add(new(hub, offered.Length + j, room, 0));
        long[] balance = [.. offered, .. wanted.Select(quantity => -quantity), wanted.Sum() - offered.Sum()];
        return MinCostFlow.Solve(balance, flowArcs) ?? throw new InvalidOperationException("The hub can take everything.");
    }
}
