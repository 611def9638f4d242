namespace LianMeng.Engine.ChainGraph;

/// <summary>The order of the nodes within their columns: sweeps right and left put each node at the mean of its neighbours; the best order seen is kept.</summary>
internal sealed class LayerOrder
{
    private const int MostSweeps = 24, Patience = 6;

    private readonly Adjacency left, right;
    private readonly int[] position;

    public LayerOrder(int[] columns, List<(int From, int To)> pieces)
    {
        int[] from = [.. pieces.Select(piece => piece.From)], to = [.. pieces.Select(piece => piece.To)];
        (right, left) = (Adjacency.Arcs(from, to, columns.Length), Adjacency.Arcs(to, from, columns.Length));
        position = new int[columns.Length];
        Columns = [.. Enumerable.Range(0, columns.Length).GroupBy(node => columns[node]).OrderBy(group => group.Key).Select(group => group.ToArray())];
        Number();
    }

    /// <summary>The nodes of each column, from the top.</summary>
    public int[][] Columns { get; private set; }

    public ReadOnlySpan<int> Left(int node) => left[node];

    public ReadOnlySpan<int> Right(int node) => right[node];

    public void Improve()
    {
        var (best, fewest, idle) = (Copy(), Crossings(), 0);
        for (var sweep = 0; sweep < MostSweeps && idle < Patience && fewest > 0; sweep++)
        {
            if (sweep % 2 == 0)
                for (var column = 1; column < Columns.Length; column++) Sort(column, left);
            else
                for (var column = Columns.Length - 2; column >= 0; column--) Sort(column, right);
            var crossings = Crossings();
            idle++;
            if (crossings >= fewest) continue;
            (best, fewest, idle) = (Copy(), crossings, 0);
        }

        Columns = best;
        Number();
    }

    /// <summary>Pairs of pieces that cross: inversions, counted with a Fenwick tree.</summary>
    public long Crossings()
    {
        var total = 0L;
        foreach (var column in Columns)
        {
            var ends = new List<int>();
            foreach (var node in column)
            {
                var start = ends.Count;
                foreach (var to in right[node]) ends.Add(position[to]);
                ends.Sort(start, ends.Count - start, null);
            }

            if (ends.Count < 2) continue;
            var tree = new int[ends.Max() + 2];
            for (var i = 0; i < ends.Count; i++)
            {
                var notAfter = 0;
                for (var at = ends[i] + 1; at > 0; at -= at & -at) notAfter += tree[at];
                total += i - notAfter;
                for (var at = ends[i] + 1; at < tree.Length; at += at & -at) tree[at]++;
            }
        }

        return total;
    }

    private void Sort(int column, Adjacency neighbours)
    {
        var nodes = Columns[column];
        var keys = new double[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            var (sum, count) = (0L, neighbours[nodes[i]].Length);
            foreach (var other in neighbours[nodes[i]]) sum += position[other];
            // without neighbours on that side a node keeps its place
            keys[i] = count == 0 ? i : (double)sum / count;
        }

        int[] sorted = [.. Enumerable.Range(0, nodes.Length).OrderBy(i => keys[i]).ThenBy(i => i).Select(i => nodes[i])];
        Columns[column] = sorted;
        for (var i = 0; i < sorted.Length; i++) position[sorted[i]] = i;
    }

    private int[][] Copy() => [.. Columns.Select(column => (int[])column.Clone())];

    private void Number()
    {
        foreach (var column in Columns)
            for (var i = 0; i < column.Length; i++) position[column[i]] = i;
    }
}
