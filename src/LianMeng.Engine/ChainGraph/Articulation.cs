namespace LianMeng.Engine.ChainGraph;

/// <summary>Articulation points of an undirected graph, by Tarjan's depth-first search with a stack of its own (a chain of 100 000 firms must not overflow the program's).</summary>
internal sealed class Articulation
{
    private readonly Adjacency neighbours;
    private readonly int[] order, low, parent, size, next, pieces, cutSum, cutLargest;
    private int seen;

    public Articulation(int nodes, int[] from, int[] to)
    {
        neighbours = Adjacency.Arcs([.. from, .. to], [.. to, .. from], nodes);
        (order, low, parent, size) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
        (next, pieces, cutSum, cutLargest) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
    }

    public IReadOnlyList<(int Node, int Pieces, int CutOff)> Find()
    {
        var found = new List<(int, int, int)>();
        var component = new List<int>();
        for (var root = 0; root < order.Length; root++)
        {
            if (order[root] != 0) continue;
            component.Clear();
            Search(root, component);
            foreach (var node in component)
            {
                // what no branch of the search was cut off with hangs together above the node
                var rest = component.Count - 1 - cutSum[node];
                var parts = pieces[node] + (rest > 0 ? 1 : 0);
                if (parts > 1) found.Add((node, parts, component.Count - 1 - Math.Max(rest, cutLargest[node])));
            }
        }

        return found;
    }

    private void Search(int root, List<int> component)
    {
        Enter(root, -1, component);
        for (var node = root; node >= 0;)
        {
            if (next[node] < neighbours[node].Length)
            {
                var other = neighbours[node][next[node]++];
                if (order[other] == 0)
                {
                    Enter(other, node, component);
                    node = other;
                }
                else if (other != parent[node]) low[node] = Math.Min(low[node], order[other]);
                continue;
            }

            var above = parent[node];
            if (above >= 0) Leave(node, above);
            node = above;
        }
    }

    private void Enter(int node, int above, List<int> component)
    {
        order[node] = low[node] = ++seen;
        (parent[node], size[node]) = (above, 1);
        component.Add(node);
    }

    private void Leave(int node, int above)
    {
        low[above] = Math.Min(low[above], low[node]);
        size[above] += size[node];
        if (low[node] < order[above]) return;
        pieces[above]++;
        cutSum[above] += size[node];
        cutLargest[above] = Math.Max(cutLargest[above], size[node]);
    }
}
