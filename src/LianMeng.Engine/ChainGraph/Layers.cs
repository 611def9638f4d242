namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// The column of each node. A stage has up to four columns, so that what goes into what within it runs to the right too; stages never mix. Without a stage a node stands after the last of what goes into it.
/// A link that closes a cycle does not count.
/// </summary>
internal static class Layers
{
    private const int PerStage = 4;

    public static int[] Of(int?[] stages, int[] from, int[] to)
    {
        var inner = Enumerable.Range(0, from.Length).Where(i => stages[from[i]] is { } stage && stages[to[i]] == stage).ToArray();
        var depth = Depths(Adjacency.Arcs([.. inner.Select(i => from[i])], [.. inner.Select(i => to[i])], stages.Length));
        // between two stages nothing is to be decided, and a recycling loop must not push a stage out of its place
        var kept = Enumerable.Range(0, from.Length).Where(i => stages[from[i]] is null || stages[to[i]] is null).ToArray();
        var arcs = Adjacency.Arcs([.. kept.Select(i => from[i])], [.. kept.Select(i => to[i])], stages.Length);
        var layer = new int[stages.Length];
        var fed = new bool[stages.Length];
        var finished = FinishOrder(arcs, stages.Length);
        var place = new int[stages.Length];
        for (var i = 0; i < finished.Count; i++) place[finished[i]] = finished.Count - i;
        for (var i = finished.Count - 1; i >= 0; i--)
        {
            var node = finished[i];
            if (stages[node] is { } stage) layer[node] = PerStage * stage + Math.Min(depth[node], PerStage - 1);
            foreach (var next in arcs[node])
            {
                if (stages[next] is not null || place[next] < place[node]) continue;
                layer[next] = fed[next] ? Math.Max(layer[next], layer[node] + 1) : layer[node] + 1;
                fed[next] = true;
            }
        }

        // what nothing goes into stands close to what it goes into
        for (var node = 0; node < stages.Length; node++)
            if (stages[node] is null && !fed[node] && arcs[node].Length > 0) layer[node] = Nearest(layer, arcs[node]) - 1;
        int[] used = [.. layer.Distinct().Order()];
        var column = used.Select((value, i) => (value, i)).ToDictionary(pair => pair.value, pair => pair.i);
        return Array.ConvertAll(layer, value => column[value]);
    }

    /// <summary>Longest way to each node over the links that close no cycle.</summary>
    private static int[] Depths(Adjacency arcs)
    {
        var (finished, place, depth) = (FinishOrder(arcs, arcs.Nodes), new int[arcs.Nodes], new int[arcs.Nodes]);
        for (var i = 0; i < finished.Count; i++) place[finished[i]] = finished.Count - i;
        for (var i = finished.Count - 1; i >= 0; i--)
            foreach (var next in arcs[finished[i]])
                if (place[next] > place[finished[i]]) depth[next] = Math.Max(depth[next], depth[finished[i]] + 1);
        return depth;
    }

    private static int Nearest(int[] layer, ReadOnlySpan<int> nodes)
    {
        var nearest = int.MaxValue;
        foreach (var node in nodes) nearest = Math.Min(nearest, layer[node]);
        return nearest;
    }

    /// <summary>Depth-first, with a stack of its own; backwards it is an order in which only links that close a cycle point back.</summary>
    private static List<int> FinishOrder(Adjacency arcs, int nodes)
    {
        var (finished, next, seen, stack) = (new List<int>(nodes), new int[nodes], new bool[nodes], new Stack<int>());
        for (var root = 0; root < nodes; root++)
        {
            if (seen[root]) continue;
            seen[root] = true;
            stack.Push(root);
            while (stack.TryPeek(out var node))
            {
                if (next[node] == arcs[node].Length)
                {
                    finished.Add(stack.Pop());
                    continue;
                }

                var to = arcs[node][next[node]++];
                if (seen[to]) continue;
                seen[to] = true;
                stack.Push(to);
            }
        }

        return finished;
    }
}
