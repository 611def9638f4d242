using LianMeng.Engine.Flows;

namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// Which by-product goes to which use, with the largest profit over what the streams bring today. Ways closed by law or specification do not exist; unknown figures close a way too, and say so.
/// In a flow both firms have a part: who may know one of them alone gets bands.
/// </summary>
public static class ByProductUses
{
    /// <param name="streams">what there is</param>
    /// <param name="uses">who could use it</param>
    /// <param name="kilometres">from a supplier to a receiver; null when unknown</param>
    /// <param name="freightRate">¥ a tonne and kilometre</param>
    /// <param name="asOf">the day for which permits must hold</param>
    /// <exception cref="ArgumentException">negative quantities, rates or distances</exception>
    public static ByProductPlan Plan(IReadOnlyList<ByProductStream> streams, IReadOnlyList<ByProductUse> uses, Func<Guid, Guid, decimal?> kilometres, decimal freightRate, DateOnly asOf)
    {
        Check(streams, uses, freightRate);
        var usesOf = Enumerable.Range(0, uses.Count).SelectMany(u => uses[u].Products.Distinct(StringComparer.Ordinal).Select(product => (Product: product, Use: u))).ToLookup(pair => pair.Product, pair => pair.Use, StringComparer.Ordinal);
        var (arcs, refusals) = (new List<TransportArc>(), new List<ByProductRefusal>());
        for (var s = 0; s < streams.Count; s++)
            foreach (var u in usesOf[streams[s].Product])
            {
                List<string> reasons = [.. ByProductGate.Reasons(streams[s], uses[u], asOf)];
                var profit = ProfitPerTonne(streams[s], uses[u], kilometres, freightRate, reasons);
                if (reasons.Count == 0 && profit <= 0) reasons.Add("扣除处理和运输后不比现在的收入多");
                if (reasons.Count > 0) refusals.Add(new(s, u, reasons));
                else arcs.Add(new(s, u, profit!.Value));
            }

        var solution = Transportation.Maximise([.. streams.Select(stream => stream.Quantity)], [.. uses.Select(use => use.Capacity)], arcs);
        return Result(streams, uses, arcs, refusals, solution);
    }

    private static ByProductPlan Result(IReadOnlyList<ByProductStream> streams, IReadOnlyList<ByProductUse> uses, List<TransportArc> arcs, List<ByProductRefusal> refusals, TransportSolution solution)
    {
        var flows = new List<ByProductFlow>();
        for (var a = 0; a < arcs.Count; a++)
        {
            if (solution.Flows[a] == 0) continue;
            var both = BuyerSet.Of(streams[arcs[a].Supply].Supplier, uses[arcs[a].Demand].Receiver);
            flows.Add(new(arcs[a].Supply, arcs[a].Demand, new(solution.Flows[a], both, "吨"), new(arcs[a].Profit, both, "元/吨"), new(solution.Flows[a] * arcs[a].Profit, both, "元")));
        }

        flows.Sort((a, b) => (a.Stream, a.Use).CompareTo((b.Stream, b.Use)));
        var prices = arcs.Select(arc => arc.Supply).Distinct().Order()
            .Select(s => new SwitchPrice(s, new(streams[s].PresentIncome + solution.SupplyPrices[s].Most, BuyerSet.Of(streams[s].Supplier), "元/吨"))).ToList();
        var rooms = arcs.Select(arc => arc.Demand).Distinct().Order()
            .Select(u => (u, new GuardedAmount(solution.DemandPrices[u].Least, BuyerSet.Of(uses[u].Receiver), "元/吨"))).ToList();
        return new(flows, refusals, prices, rooms, new(flows.Sum(flow => flow.Profit.Figure!.Value), flows.Aggregate(BuyerSet.None, (all, flow) => all.With(flow.Profit.Buyers)), "元"));
    }

    private static decimal? ProfitPerTonne(ByProductStream stream, ByProductUse use, Func<Guid, Guid, decimal?> kilometres, decimal freightRate, List<string> reasons)
    {
        var distance = kilometres(stream.Supplier, use.Receiver);
        if (distance < 0) throw new ArgumentException($"距离 {distance} 不能为负数。", nameof(kilometres));
        if (use.Value is null) reasons.Add("产出价值未知");
        if (use.Yield is null) reasons.Add("产出率未知");
        if (use.Treatment is null) reasons.Add("处理费用未知");
        if (distance is null) reasons.Add("距离未知");
        if (stream.PresentIncome is null) reasons.Add("现有收入未知");
        return use.Value * use.Yield - use.Treatment - freightRate * distance - stream.PresentIncome;
    }

    private static void Check(IReadOnlyList<ByProductStream> streams, IReadOnlyList<ByProductUse> uses, decimal freightRate)
    {
        if (freightRate < 0) throw new ArgumentException($"运价 {freightRate} 不能为负数。", nameof(freightRate));
        foreach (var stream in streams)
            if (stream.Quantity < 0) throw new ArgumentException($"副产品“{stream.Product}”的数量 {stream.Quantity} 不能为负数。", nameof(streams));
        foreach (var use in uses)
            if (use.Capacity < 0 || use.Yield < 0 || use.Treatment < 0) throw new ArgumentException("接收方的能力、产出率和处理费用不能为负数。", nameof(uses));
    }
}
