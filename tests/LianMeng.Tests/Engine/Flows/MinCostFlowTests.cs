using LianMeng.Engine.Flows;

namespace LianMeng.Tests.Engine.Flows;

/// <summary>Against every flow there is on small networks; by the proof of the duals on large ones.</summary>
public sealed class MinCostFlowTests
{
    [Fact]
    public void Nothing_is_cheaper_and_impossible_is_said()
    {
        var (solved, impossible) = (0, 0);
        for (var seed = 0; seed < 1500; seed++)
        {
            var random = new Random(seed);
            var nodes = random.Next(2, 6);
            var arcs = Enumerable.Range(0, random.Next(1, 7)).Select(_ => (From: random.Next(nodes), To: random.Next(nodes))).Where(arc => arc.From != arc.To)
                .Select(arc => new FlowArc(arc.From, arc.To, random.Next(0, 4), random.Next(-4, 8))).ToArray();
            var supplies = new long[nodes];
            for (var k = 0; k < 2; k++)
            {
                var amount = random.Next(0, 3);
                supplies[random.Next(nodes)] += amount;
                supplies[random.Next(nodes)] -= amount;
            }

            var cheapest = Cheapest(supplies, arcs);
            var found = MinCostFlow.Solve(supplies, arcs);
            Assert.Equal(cheapest, found is null ? null : (long)found.Cost);
            if (found is null) impossible++;
            else
            {
                solved++;
                Prove(supplies, arcs, found);
            }
        }

        Assert.True(solved > 300 && impossible > 300, $"{solved} solved, {impossible} impossible");
    }

    [Fact]
    public void Large_networks_carry_their_proof()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            const int Nodes = 400;
            var arcs = Enumerable.Range(0, 4000).Select(_ => new FlowArc(random.Next(200), random.Next(200, Nodes), random.Next(0, 40), random.Next(-1000, 1000)))
                .Concat(Enumerable.Range(0, 800).Select(_ => random.Next(Nodes - 1)).Select(at => new FlowArc(at + 1, at, random.Next(0, 100), random.Next(-20, 50))))
                .Concat(Enumerable.Range(0, Nodes - 1).Select(at => new FlowArc(at, at + 1, 1_000_000, 5000))).Concat(Enumerable.Range(0, Nodes - 1).Select(at => new FlowArc(at + 1, at, 1_000_000, 5000))).ToArray();
            var supplies = new long[Nodes];
            for (var k = 0; k < Nodes; k++)
            {
                var amount = random.Next(100);
                supplies[random.Next(Nodes)] += amount;
                supplies[random.Next(Nodes)] -= amount;
            }

            Prove(supplies, arcs, MinCostFlow.Solve(supplies, arcs)!);
        }
    }

    [Fact]
    public void A_long_path_is_walked_without_recursion()
    {
        const int Nodes = 5_000;
        var supplies = new long[Nodes];
        (supplies[0], supplies[^1]) = (7, -7);
        var found = MinCostFlow.Solve(supplies, [.. Enumerable.Range(0, Nodes - 1).Select(at => new FlowArc(at, at + 1, 10, 3))]);
        Assert.Equal(7L * 3 * (Nodes - 1), (long)found!.Cost);
    }

    [Fact]
    public void Wrong_input_is_refused_in_words()
    {
        Assert.Contains("应为零", Refused([1], []));
        Assert.Contains("不存在", Refused([0, 0], [new(0, 2, 1, 1)]));
        Assert.Contains("不能指向自身", Refused([0, 0], [new(1, 1, 1, 1)]));
        Assert.Contains("容量 -1", Refused([0, 0], [new(0, 1, -1, 1)]));
        Assert.Contains("过大", Refused([0, 0], [new(0, 1, 1, long.MinValue)]));
        Assert.Contains("过大", Refused([MinCostFlow.MostFlow, 1, -MinCostFlow.MostFlow - 1], []));

        static string Refused(long[] supplies, FlowArc[] arcs) => Assert.Throws<ArgumentException>(() => MinCostFlow.Solve(supplies, arcs)).Message;
    }

    static long? Cheapest(long[] supplies, FlowArc[] arcs)
    {
        long? best = null;
        var flow = new long[arcs.Length];
        while (true)
        {
            var left = (long[])supplies.Clone();
            for (var a = 0; a < arcs.Length; a++) (left[arcs[a].From], left[arcs[a].To]) = (left[arcs[a].From] - flow[a], left[arcs[a].To] + flow[a]);
            var cost = arcs.Select((arc, a) => arc.Cost * flow[a]).Sum();
            if (left.All(v => v == 0) && (best is null || cost < best)) best = cost;
            var at = 0;
            while (at < arcs.Length && flow[at] == arcs[at].Capacity) flow[at++] = 0;
            if (at == arcs.Length) return best;
            flow[at]++;
        }
    }

    static void Prove(long[] supplies, FlowArc[] arcs, FlowSolution found)
    {
        var left = (long[])supplies.Clone();
        for (var a = 0; a < arcs.Length; a++)
        {
            var (from, to, capacity, cost) = arcs[a];
            Assert.InRange(found.Flows[a], 0, capacity);
            (left[from], left[to]) = (left[from] - found.Flows[a], left[to] + found.Flows[a]);
            var reduced = cost + found.Potentials[from] - found.Potentials[to];
            if (found.Flows[a] < capacity) Assert.True(reduced >= 0);
            if (found.Flows[a] > 0) Assert.True(reduced <= 0);
        }

        Assert.All(left, v => Assert.Equal(0, v));
    }
}
