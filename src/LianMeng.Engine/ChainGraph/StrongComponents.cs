namespace LianMeng.Engine.ChainGraph;

/// <summary>Strongly connected components by Tarjan's search with a stack of its own.</summary>
internal static class StrongComponents
{
    /// <summary>The component of each node; components are numbered so that an arc between two goes from the higher to the lower number.</summary>
    public static (int[] Of, int Count) Find(Adjacency arcs)
    {
        var (of, order, low, next, parent) = (new int[arcs.Nodes], new int[arcs.Nodes], new int[arcs.Nodes], new int[arcs.Nodes], new int[arcs.Nodes]);
        Array.Fill(of, -1);
        var open = new Stack<int>();
        var (seen, count) = (0, 0);
        for (var root = 0; root < arcs.Nodes; root++)
        {
            if (order[root] != 0) continue;
            (order[root], low[root], parent[root]) = (++seen, seen, -1);
            open.Push(root);
            for (var node = root; node >= 0;)
            {
                if (next[node] < arcs[node].Length)
                {
                    var to = arcs[node][next[node]++];
                    if (order[to] == 0)
                    {
                        (order[to], low[to], parent[to]) = (++seen, seen, node);
                        open.Push(to);
                        node = to;
                    }
                    else if (of[to] < 0) low[node] = Math.Min(low[node], order[to]);
                    continue;
                }

                if (low[node] == order[node])
                {
                    int member;
                    do of[member = open.Pop()] = count;
                    while (member != node);
                    count++;
                }

                if (parent[node] >= 0) low[parent[node]] = Math.Min(low[parent[node]], low[node]);
                node = parent[node];
            }
        }

        return (of, count);
    }
}
