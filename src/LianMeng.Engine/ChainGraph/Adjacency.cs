namespace LianMeng.Engine.ChainGraph;

/// <summary>Numbers grouped by node, in two flat arrays: what a large graph has of memory and cache.</summary>
internal sealed class Adjacency
{
    private readonly int[] starts, items;

    private Adjacency(int[] starts, int[] items) => (this.starts, this.items) = (starts, items);

    public int Nodes => starts.Length - 1;

    public ReadOnlySpan<int> this[int node] => items.AsSpan(starts[node], starts[node + 1] - starts[node]);

    /// <summary>The indices 0, 1 … of <paramref name="nodeOf"/>, by node, in their order.</summary>
    public static Adjacency Group(int[] nodeOf, int nodes)
    {
        var ends = new int[nodes + 1];
        foreach (var node in nodeOf) ends[node + 1]++;
        for (var node = 0; node < nodes; node++) ends[node + 1] += ends[node];
        var (next, sorted) = (ends.AsSpan(0, nodes).ToArray(), new int[nodeOf.Length]);
        for (var i = 0; i < nodeOf.Length; i++) sorted[next[nodeOf[i]]++] = i;
        return new(ends, sorted);
    }

    /// <summary>The ends of arcs, by the node they leave.</summary>
    public static Adjacency Arcs(int[] from, int[] to, int nodes)
    {
        var grouped = Group(from, nodes);
        for (var i = 0; i < grouped.items.Length; i++) grouped.items[i] = to[grouped.items[i]];
        return grouped;
    }
}
