using LianMeng.Engine.ChainGraph;
using LianMeng.Tests.Engine.Flows;

namespace LianMeng.Tests.Engine.ChainGraph;

public sealed class LocalSubstitutionTests
{
    static readonly Dictionary<string, string> Units = new() { ["a"] = "吨", ["b"] = "件" };

    [Fact]
    public void The_saving_is_the_formula()
    {
        // 100 t · [(18000 + 0.5·1500) − (17800 + 0.5·40)] + 100·18000·0.05·(20−3)/365
        var plan = LocalSubstitution.Plan([new(ChainCases.Firm(1), "a", 100, 18000, 1500, 20, 0.5m)], [new(ChainCases.Firm(2), "a", 500, 17800, 3)], Units, (_, _) => 40, 0.05m);
        var row = Assert.Single(plan.Substitutions);
        Assert.Equal(SavingBasis.Full, row.Basis);
        Assert.Equal(100 * (18000 + 0.5m * 1500 - 17800 - 0.5m * 40) + 100 * 18000 * 0.05m * 17 / 365, row.Saving.For(Viewer.Calculation).Exact!.Value, 6);
        Assert.True(row.Saving.For(Viewer.Of([ChainCases.Firm(2)])).IsBand);
        Assert.NotNull(row.Saving.For(Viewer.Of([ChainCases.Firm(1)])).Exact);
    }

    [Fact]
    public void What_is_unknown_is_labelled_or_left_out()
    {
        UnitSaving? Of(decimal? price, decimal? lead, decimal? near) => UnitSaving.Of(new(Guid.Empty, "a", 1, 100, 200, 10, 0.5m), new(Guid.Empty, "a", 1, price, lead), near, 0.1m);
        Assert.Equal((95m, SavingBasis.FreightOnly), (Of(null, 2, 10)!.PerUnit, Of(null, 2, 10)!.Basis));
        Assert.Equal("仅运费，价格未知", Of(null, 2, 10)!.Label);
        Assert.Equal((105m, SavingBasis.WithoutCapital), (Of(90, null, 10)!.PerUnit, Of(90, null, 10)!.Basis));
        Assert.Null(Of(90, 2, null));
        var plan = LocalSubstitution.Plan([new(ChainCases.Firm(1), "a", 1, 100, null, 10, 0.5m)], [new(ChainCases.Firm(2), "a", 1, 1, 1)], Units, (_, _) => 1, 0);
        Assert.Equal([(0, 0)], plan.Unknown);
        Assert.Empty(plan.Substitutions);
    }

    [Fact]
    public void Contested_capacity_goes_where_all_save_most()
    {
        // the buyer that saves most with the near maker has the other one too: first come, first served would save 10, not 17
        decimal? Kilometres(Guid maker, Guid buyer) => (maker == ChainCases.Firm(1), buyer == ChainCases.Firm(3)) switch { (true, true) => 0, (false, true) => 1, (true, false) => 2, _ => 20 };
        var plan = LocalSubstitution.Plan([new(ChainCases.Firm(3), "a", 1, null, 10, null, 1), new(ChainCases.Firm(4), "a", 1, null, 10, null, 1)],
            [new(ChainCases.Firm(1), "a", 1, null, null), new(ChainCases.Firm(2), "a", 1, null, null)], Units, Kilometres, 0);
        Assert.Equal([(0, 1), (1, 0)], plan.Substitutions.Select(s => (s.Purchase, s.Offer)));
        Assert.Equal(17, plan.Saving.For(Viewer.Calculation).Exact);
        Assert.Equal(0, Assert.Single(plan.Contested).Offer);
    }

    [Fact]
    public void Optimal_on_generated_cases()
    {
        var contested = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            decimal? Some(int limit) => random.Next(6) == 0 ? null : random.Next(limit);
            var purchases = Enumerable.Range(0, random.Next(1, 7)).Select(i => new OutsidePurchase(ChainCases.Firm(i), random.Next(2) == 0 ? "a" : "b", random.Next(0, 9), Some(20), Some(9), Some(30), Some(3))).ToArray();
            var offers = Enumerable.Range(0, random.Next(1, 5)).Select(i => new LocalOffer(ChainCases.Firm(i + 4), random.Next(2) == 0 ? "a" : "b", random.Next(0, 9), Some(20), Some(30))).ToArray();
            decimal? Kilometres(Guid maker, Guid buyer) => (maker.GetHashCode() ^ buyer.GetHashCode()) % 7 == 3 ? null : (maker.ToByteArray()[0] * 5 + buyer.ToByteArray()[0]) % 8;
            var plan = LocalSubstitution.Plan(purchases, offers, Units, Kilometres, 0);
            var arcs = new List<(int, int, decimal)>();
            for (var p = 0; p < purchases.Length; p++)
                for (var o = 0; o < offers.Length; o++)
                {
                    var (buy, sell, near) = (purchases[p], offers[o], Kilometres(offers[o].Maker, purchases[p].Buyer));
                    if (buy.Product != sell.Product || buy.Buyer == sell.Maker || near is null || buy.Kilometres is null || buy.FreightRate is null) continue;
                    var freight = buy.FreightRate.Value * (buy.Kilometres.Value - near.Value);
                    arcs.Add((o, p, buy.Price is null || sell.Price is null ? freight : freight + buy.Price.Value - sell.Price.Value));
                }

            Assert.Equal(DenseSimplex.Transport([.. offers.Select(o => o.Spare)], [.. purchases.Select(p => p.Quantity)], arcs), plan.Saving.For(Viewer.Calculation).Exact);
            Assert.All(plan.Substitutions.GroupBy(s => s.Offer), g => Assert.True(g.Sum(s => s.Quantity.For(Viewer.Calculation).Exact) <= offers[g.Key].Spare));
            Assert.All(plan.Substitutions.GroupBy(s => s.Purchase), g => Assert.True(g.Sum(s => s.Quantity.For(Viewer.Calculation).Exact) <= purchases[g.Key].Quantity));
            contested += plan.Contested.Count;
        }

        Assert.True(contested > 30, $"{contested}");
    }

    [Fact]
    public void Wrong_input_is_refused_in_words()
    {
        OutsidePurchase buy = new(ChainCases.Firm(1), "a", 1, 1, 1, 1, 1);
        LocalOffer sell = new(ChainCases.Firm(2), "a", 1, 1, 1);
        Assert.Contains("不能为负", Refused([buy with { Price = -1 }], [sell], Units, 1, 0));
        Assert.Contains("不能为负", Refused([buy], [sell with { Spare = -1 }], Units, 1, 0));
        Assert.Contains("距离 -1", Refused([buy], [sell], Units, -1, 0));
        Assert.Contains("资金成本", Refused([buy], [sell], Units, 1, 5));
        Assert.Contains("计量单位", Refused([buy], [sell], [], 1, 0));

        static string Refused(OutsidePurchase[] purchases, LocalOffer[] offers, Dictionary<string, string> units, decimal kilometres, decimal capital) =>
            Assert.Throws<ArgumentException>(() => LocalSubstitution.Plan(purchases, offers, units, (_, _) => kilometres, capital)).Message;
    }
}
