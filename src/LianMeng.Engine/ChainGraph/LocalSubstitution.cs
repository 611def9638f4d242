using LianMeng.Engine.Flows;

namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// Which purchases from outside could come from local makers. Where several buyers want one maker's capacity it is one assignment over all of them, with the largest saving together: buyer by buyer
/// would give the capacity to whoever was asked first. A firm is not offered its own product.
/// </summary>
public static class LocalSubstitution
{
    /// <param name="purchases">bought outside</param>
    /// <param name="offers">to be had here</param>
    /// <param name="units">unit of each product, by key</param>
    /// <param name="kilometres">from a maker to a buyer; null when unknown</param>
    /// <param name="costOfCapital">a year, 0.05 for 5 %; 0 to 1</param>
    /// <exception cref="ArgumentException">negative quantities, prices, distances; a product without a unit</exception>
    public static SubstitutionPlan Plan(
        IReadOnlyList<OutsidePurchase> purchases, IReadOnlyList<LocalOffer> offers, IReadOnlyDictionary<string, string> units, Func<Guid, Guid, decimal?> kilometres, decimal costOfCapital)
    {
        if (costOfCapital is < 0 or > 1) throw new ArgumentException($"资金成本 {costOfCapital} 应在 0 与 1 之间。", nameof(costOfCapital));
        Check(purchases, offers, units);
        var offersOf = Enumerable.Range(0, offers.Count).ToLookup(o => offers[o].Product, StringComparer.Ordinal);
        var (rows, contested, unknown) = (new List<Substitution>(), new List<ContestedOffer>(), new List<(int, int)>());
        foreach (var product in Enumerable.Range(0, purchases.Count).GroupBy(p => purchases[p].Product, StringComparer.Ordinal))
        {
            int[] wanted = [.. product], offered = [.. offersOf[product.Key]];
            var arcs = new List<TransportArc>();
            var savings = new List<UnitSaving>();
            for (var p = 0; p < wanted.Length; p++)
                for (var o = 0; o < offered.Length; o++)
                {
                    var (purchase, offer) = (purchases[wanted[p]], offers[offered[o]]);
                    if (purchase.Buyer == offer.Maker) continue;
                    var distance = kilometres(offer.Maker, purchase.Buyer);
                    if (distance < 0) throw new ArgumentException($"距离 {distance} 不能为负数。", nameof(kilometres));
                    var saving = UnitSaving.Of(purchase, offer, distance, costOfCapital);
                    if (saving is null) unknown.Add((wanted[p], offered[o]));
                    if (saving is not { PerUnit: > 0 }) continue;
                    arcs.Add(new(o, p, saving.PerUnit));
                    savings.Add(saving);
                }

            if (arcs.Count == 0) continue;
            var solution = Transportation.Maximise([.. offered.Select(o => offers[o].Spare)], [.. wanted.Select(p => purchases[p].Quantity)], arcs);
            for (var a = 0; a < arcs.Count; a++)
                if (solution.Flows[a] > 0) rows.Add(Row(wanted[arcs[a].Demand], offered[arcs[a].Supply], purchases, units[product.Key], solution.Flows[a], savings[a]));
            contested.AddRange(Contested(arcs, solution, wanted, offered, purchases, offers, units[product.Key]));
        }

        rows.Sort((a, b) => (a.Purchase, a.Offer).CompareTo((b.Purchase, b.Offer)));
        contested.Sort((a, b) => a.Offer.CompareTo(b.Offer));
        unknown.Sort();
        return new(rows, contested, unknown, new(rows.Sum(row => row.Saving.Figure!.Value), rows.Aggregate(BuyerSet.None, (all, row) => all.With(row.Saving.Buyers)), "元"));
    }

    private static Substitution Row(int purchase, int offer, IReadOnlyList<OutsidePurchase> purchases, string unit, decimal quantity, UnitSaving saving)
    {
        var buyer = BuyerSet.Of(purchases[purchase].Buyer);
        return new(purchase, offer, new(quantity, buyer, unit), new(quantity * saving.PerUnit, buyer, "元"), new(saving.PerUnit, buyer, $"元/{unit}"), saving.Basis, saving.Label);
    }

    private static IEnumerable<ContestedOffer> Contested(
        List<TransportArc> arcs, TransportSolution solution, int[] wanted, int[] offered, IReadOnlyList<OutsidePurchase> purchases, IReadOnlyList<LocalOffer> offers, string unit)
    {
        // the price of a capacity comes out of everybody's prices who could use it or what he would use instead: all buyers of the product
        var everybody = BuyerSet.Of(arcs.Select(arc => purchases[wanted[arc.Demand]].Buyer));
        foreach (var takers in arcs.GroupBy(arc => arc.Supply))
        {
            int[] places = [.. takers.Select(arc => wanted[arc.Demand])];
            var demand = places.Sum(p => purchases[p].Quantity);
            if (places.Length < 2 || demand <= offers[offered[takers.Key]].Spare) continue;
            yield return new(offered[takers.Key], new(demand, BuyerSet.Of(places.Select(p => purchases[p].Buyer)), unit), new(solution.SupplyPrices[takers.Key].Least, everybody, $"元/{unit}"));
        }
    }

    private static void Check(IReadOnlyList<OutsidePurchase> purchases, IReadOnlyList<LocalOffer> offers, IReadOnlyDictionary<string, string> units)
    {
        foreach (var line in purchases)
        {
            if (line.Quantity < 0 || line.Price < 0 || line.Kilometres < 0 || line.LeadDays < 0 || line.FreightRate < 0) throw new ArgumentException($"“{line.Product}”的采购数据不能为负数。", nameof(purchases));
            if (!units.ContainsKey(line.Product)) throw new ArgumentException($"“{line.Product}”缺少计量单位。", nameof(units));
        }

        foreach (var line in offers)
            if (line.Spare < 0 || line.Price < 0 || line.LeadDays < 0) throw new ArgumentException($"“{line.Product}”的供应数据不能为负数。", nameof(offers));
    }
}
