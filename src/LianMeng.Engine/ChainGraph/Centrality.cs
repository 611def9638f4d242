namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// How much of the district's making depends on a product: the number of other products made here that need it within a few steps down the chain. A count of products and not of ¥, because every
/// product on the way has an answer, while prices are mostly unknown; and of few steps, because over many every raw material reaches everything.
/// </summary>
internal static class Centrality
{
    /// <summary>Links walked one product at a time, before the rest is counted many at a time: most products reach few others, one that feeds a hub (electricity) reaches all.</summary>
    private const long MostWalked = 20_000_000;

    public static int[] Dependents(ChainFacts facts, IReadOnlyList<NodeHealth> health, IReadOnlyList<int> of, int steps)
    {
        var (starts, targets) = Compact(facts);
        var isMade = health.Select(node => node.Makers > 0).ToArray();
        var counts = new int[of.Count];
        var (seen, queue, walked, done) = (new int[health.Count], new List<int>(), 0L, 0);
        for (; done < counts.Length && walked <= MostWalked; done++)
        {
            queue.Clear();
            queue.Add(of[done]);
            seen[of[done]] = done + 1;
            for (int step = 0, at = 0; step < steps; step++)
                for (var end = queue.Count; at < end; at++)
                    foreach (var to in targets.AsSpan(starts[queue[at]]..starts[queue[at] + 1]))
                    {
                        walked++;
                        if (seen[to] == done + 1) continue;
                        seen[to] = done + 1;
                        queue.Add(to);
                        if (isMade[to]) counts[done]++;
                    }
        }

        if (done < counts.Length) new ManyReaches(starts, targets, isMade).Count(of, counts, done, steps);
        return counts;
    }

    private static (int[] Starts, int[] Targets) Compact(ChainFacts facts)
    {
        var starts = new int[facts.Products.Count + 1];
        for (var place = 0; place < facts.Products.Count; place++) starts[place + 1] = starts[place] + facts.Outputs[place].Count;
        var targets = new int[starts[^1]];
        for (var place = 0; place < facts.Products.Count; place++)
            for (var i = 0; i < facts.Outputs[place].Count; i++) targets[starts[place] + i] = facts.Outputs[place][i].Product;
        return (starts, targets);
    }
}
