namespace LianMeng.Tests.Engine.Flows;

/// <summary>The oracle: a textbook tableau, Bland's rule, decimals. Maximise c·x with A·x ≤ b, x ≥ 0, b ≥ 0; it shares nothing with the network solver.</summary>
static class DenseSimplex
{
    public static decimal Maximise(decimal[] c, decimal[][] a, decimal[] b)
    {
        var (n, m) = (c.Length, b.Length);
        var rows = Enumerable.Range(0, m).Select(i => (decimal[])[.. a[i], .. Enumerable.Range(0, m).Select(k => k == i ? 1m : 0m), b[i]]).ToArray();
        decimal[] goal = [.. c.Select(v => -v), .. new decimal[m + 1]];
        var basis = Enumerable.Range(n, m).ToArray();
        for (var steps = 0; steps < 100_000; steps++)
        {
            var enters = Array.FindIndex(goal, 0, n + m, v => v < 0);
            if (enters < 0) return goal[^1];
            var leaves = -1;
            for (var i = 0; i < m; i++)
            {
                if (rows[i][enters] <= 0) continue;
                if (leaves < 0) leaves = i;
                var (mine, best) = (rows[i][^1] / rows[i][enters], rows[leaves][^1] / rows[leaves][enters]);
                if (mine < best || (mine == best && basis[i] < basis[leaves])) leaves = i;
            }

            if (leaves < 0) throw new InvalidOperationException("unbounded");
            var pivot = rows[leaves][enters];
            for (var k = 0; k <= n + m; k++) rows[leaves][k] /= pivot;
            foreach (var row in rows.Append(goal))
            {
                if (ReferenceEquals(row, rows[leaves]) || row[enters] == 0) continue;
                var factor = row[enters];
                for (var k = 0; k <= n + m; k++) row[k] -= factor * rows[leaves][k];
            }

            basis[leaves] = enters;
        }

        throw new InvalidOperationException("runs in circles");
    }

    public static decimal Transport(IReadOnlyList<decimal> supplies, IReadOnlyList<decimal> demands, IReadOnlyList<(int Supply, int Demand, decimal Profit)> arcs)
    {
        if (arcs.Count == 0) return 0;
        var rows = supplies.Select((_, s) => arcs.Select(arc => arc.Supply == s ? 1m : 0m).ToArray()).Concat(demands.Select((_, d) => arcs.Select(arc => arc.Demand == d ? 1m : 0m).ToArray()));
        return Maximise([.. arcs.Select(arc => arc.Profit)], [.. rows], [.. supplies, .. demands]);
    }
}
