namespace LianMeng.Engine.Flows;

/// <summary>
/// The duals of a solved transportation problem, at both ends of what they may be. The simplex gives one pair, which depends on its path; the extremes are shortest ways from and to the hub over
/// what could still be moved, so they depend on the problem only.
/// </summary>
internal sealed class PriceNetwork(long[] offered, long[] wanted, IReadOnlyList<(int Supply, int Demand, long Profit)> arcs, FlowSolution solution)
{
    private readonly int hub = offered.Length + wanted.Length;

    public (PriceRange[] Supplies, PriceRange[] Demands) Prices()
    {
        var (most, least) = (Potentials(fromHub: true), Potentials(fromHub: false));
        long[] highSupply = Side(most, 0, offered.Length, 1), lowSupply = Side(least, 0, offered.Length, 1);
        long[] lowDemand = Side(most, offered.Length, wanted.Length, -1), highDemand = Side(least, offered.Length, wanted.Length, -1);
        // without any quantity nothing could be moved: then the price is what the first unit would bring
        for (var i = 0; i < offered.Length; i++) if (highSupply[i] < 0) highSupply[i] = 0;
        for (var j = 0; j < wanted.Length; j++) if (highDemand[j] < 0) highDemand[j] = 0;
        foreach (var (supply, demand, profit) in arcs)
        {
            if (offered[supply] == 0) highSupply[supply] = Math.Max(highSupply[supply], profit - lowDemand[demand]);
            if (wanted[demand] == 0) highDemand[demand] = Math.Max(highDemand[demand], profit - lowSupply[supply]);
        }

        return ([.. lowSupply.Zip(highSupply, Range)], [.. lowDemand.Zip(highDemand, Range)]);
    }

    private static PriceRange Range(long least, long most) => new(FixedPoint.FromPrice(least), FixedPoint.FromPrice(most));

    private static long[] Side(long?[] potentials, int start, int count, int sign)
    {
        var side = new long[count];
        for (var k = 0; k < count; k++) side[k] = potentials[start + k] is { } known ? sign * known : -1;
        return side;
    }

    /// <summary>The highest (from the hub) or lowest (to the hub) potentials with the hub at 0; null where nothing binds.</summary>
    private long?[] Potentials(bool fromHub)
    {
        var ways = Ways(fromHub);
        var given = solution.Potentials;
        var known = new long?[hub + 1];
        var queue = new PriorityQueue<int, long>();
        queue.Enqueue(hub, 0);
        while (queue.TryDequeue(out var node, out var distance))
        {
            if (known[node] is not null) continue;
            known[node] = distance;
            foreach (var (next, length) in ways[node])
                if (known[next] is null) queue.Enqueue(next, distance + length);
        }

        for (var node = 0; node <= hub; node++)
            if (known[node] is { } distance) known[node] = given[node] - given[hub] + (fromHub ? distance : -distance);
        return known;
    }

    /// <summary>Where one unit could still go, with the reduced cost (never negative); turned round for ways to the hub.</summary>
    private List<(int To, long Length)>[] Ways(bool fromHub)
    {
        var ways = new List<(int, long)>[hub + 1];
        for (var node = 0; node <= hub; node++) ways[node] = [];
        for (var k = 0; k < arcs.Count; k++) Way(arcs[k].Supply, offered.Length + arcs[k].Demand, -arcs[k].Profit, solution.Flows[k]);
        for (var i = 0; i < offered.Length; i++) Way(i, hub, 0, solution.Flows[arcs.Count + i]);
        for (var j = 0; j < wanted.Length; j++) Way(hub, offered.Length + j, 0, solution.Flows[arcs.Count + offered.Length + j]);
        return ways;

        void Way(int a, int b, long cost, long carried)
        {
            var length = cost + solution.Potentials[a] - solution.Potentials[b];
            ways[fromHub ? a : b].Add((fromHub ? b : a, length));
            if (carried > 0) ways[fromHub ? b : a].Add((fromHub ? a : b, 0));
        }
    }
}
