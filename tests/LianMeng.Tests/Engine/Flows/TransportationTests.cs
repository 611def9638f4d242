using LianMeng.Engine.Flows;

namespace LianMeng.Tests.Engine.Flows;

/// <summary>The optimum against a tableau; the duals by their conditions, and by what they promise: at which price a new outlet takes a supply over.</summary>
public sealed class TransportationTests
{
    [Fact]
    public void Optimum_and_duals_on_generated_cases()
    {
        var (spread, tight) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var (supplies, demands, arcs) = Case(seed);
            var solution = Transportation.Maximise(supplies, demands, arcs);
            Assert.Equal(Oracle(supplies, demands, arcs), solution.Profit);
            Assert.Equal(solution.Profit, arcs.Select((arc, a) => arc.Profit * solution.Flows[a]).Sum());
            Check(supplies, demands, arcs, solution, range => range.Most, range => range.Least);
            Check(supplies, demands, arcs, solution, range => range.Least, range => range.Most);
            spread += solution.SupplyPrices.Count(price => price.Least < price.Most);
            tight += solution.SupplyPrices.Count(price => price.Least == price.Most);

            // a price is the slope of the optimum: to the left the most, to the right the least
            const decimal Little = 0.001m;
            var at = seed % supplies.Length;
            decimal Moved(decimal by) => Oracle([.. supplies.Select((v, i) => i == at ? v + by : v)], demands, arcs);
            Assert.Equal(solution.SupplyPrices[at].Least * Little, Moved(Little) - solution.Profit);
            if (supplies[at] > 0) Assert.Equal(solution.SupplyPrices[at].Most * Little, solution.Profit - Moved(-Little));
        }

        Assert.True(spread > 50 && tight > 50, $"{spread} ranges, {tight} points");
    }

    [Fact]
    public void A_new_outlet_takes_over_just_above_the_switch_price()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var (supplies, demands, arcs) = Case(seed);
            var before = Transportation.Maximise(supplies, demands, arcs);
            for (var i = 0; i < supplies.Length; i++)
            {
                if (supplies[i] == 0) continue;
                decimal Sent(decimal profit) => Transportation.Maximise(supplies, [.. demands, 1000m], [.. arcs, new(i, demands.Length, profit)]).Flows[^1];
                Assert.True(Sent(before.SupplyPrices[i].Most + 0.001m) > 0);
                if (before.SupplyPrices[i].Least >= 0.001m) Assert.Equal(0, Sent(before.SupplyPrices[i].Least - 0.001m));
            }
        }
    }

    [Fact]
    public void Fractions_keep_their_value_and_more_than_declared_is_never_sent()
    {
        var solution = Transportation.Maximise([0.123456789m], [1m], [new(0, 0, 2.5m)]);
        Assert.Equal(0.123456m, solution.Flows[0]);
        Assert.Equal(0.30864m, solution.Profit);
    }

    [Fact]
    public void Wrong_input_is_refused_in_words()
    {
        Assert.Contains("-1", Assert.Throws<ArgumentException>(() => Transportation.Maximise([-1m], [1m], [])).Message);
        Assert.Contains("不存在", Assert.Throws<ArgumentException>(() => Transportation.Maximise([1m], [1m], [new(0, 1, 1m)])).Message);
        Assert.Contains("单价", Assert.Throws<ArgumentException>(() => Transportation.Maximise([1m], [1m], [new(0, 0, 10_000_000_000m)])).Message);
        Assert.Equal(0, Transportation.Maximise([], [], []).Profit);
    }

    static (decimal[] Supplies, decimal[] Demands, TransportArc[] Arcs) Case(int seed)
    {
        var random = new Random(seed);
        var supplies = Enumerable.Range(0, random.Next(1, 7)).Select(_ => (decimal)random.Next(0, 12) / (seed % 3 == 0 ? 4 : 1)).ToArray();
        var demands = Enumerable.Range(0, random.Next(1, 7)).Select(_ => (decimal)random.Next(0, 12) / (seed % 3 == 0 ? 4 : 1)).ToArray();
        var arcs = from s in Enumerable.Range(0, supplies.Length) from d in Enumerable.Range(0, demands.Length) where random.Next(3) > 0 select new TransportArc(s, d, (decimal)random.Next(-5, 30) / 2);
        return (supplies, demands, [.. arcs]);
    }

    static decimal Oracle(decimal[] supplies, decimal[] demands, TransportArc[] arcs) => DenseSimplex.Transport(supplies, demands, [.. arcs.Select(arc => (arc.Supply, arc.Demand, arc.Profit))]);

    static void Check(decimal[] supplies, decimal[] demands, TransportArc[] arcs, TransportSolution solution, Func<PriceRange, decimal> ofSupply, Func<PriceRange, decimal> ofDemand)
    {
        var (sent, got) = (new decimal[supplies.Length], new decimal[demands.Length]);
        for (var a = 0; a < arcs.Length; a++)
        {
            sent[arcs[a].Supply] += solution.Flows[a];
            got[arcs[a].Demand] += solution.Flows[a];
            var covered = ofSupply(solution.SupplyPrices[arcs[a].Supply]) + ofDemand(solution.DemandPrices[arcs[a].Demand]);
            Assert.True(covered >= arcs[a].Profit);
            Assert.True(solution.Flows[a] >= 0);
            if (solution.Flows[a] > 0) Assert.Equal(arcs[a].Profit, covered);
        }

        for (var i = 0; i < supplies.Length; i++) One(supplies[i], sent[i], ofSupply(solution.SupplyPrices[i]));
        for (var j = 0; j < demands.Length; j++) One(demands[j], got[j], ofDemand(solution.DemandPrices[j]));

        static void One(decimal limit, decimal used, decimal price)
        {
            Assert.True(price >= 0 && used <= limit);
            if (price > 0) Assert.Equal(limit, used);
        }
    }
}
