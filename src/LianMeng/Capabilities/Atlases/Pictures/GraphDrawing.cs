using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>Where the products of a graph stand: a column and a row, both from 0.</summary>
/// <param name="Nodes">By key.</param>
/// <param name="Stages">Title of each stage with its first and last column; null for products on none.</param>
/// <param name="CrossingsBefore">Of the engine's drawing, in the atlas's order.</param>
/// <param name="Crossings">As the engine drew it.</param>
internal sealed record GraphDrawing(IReadOnlyDictionary<string, (int Column, double Row)> Nodes, IReadOnlyList<(string? Stage, int First, int Last)> Stages, int Columns, double Rows, long CrossingsBefore, long Crossings)
{
    private const int FewestRows = 18, Rounds = 6;

    /// <summary>
    /// The engine's layers and order, laid closer together so that a chain fits on a sheet: neighbouring layers of one stage share a column while they are short, very long ones are parted,
    /// and no room is kept for the bends of long links.
    /// </summary>
    public static GraphDrawing Of(AtlasGraph graph, IReadOnlyList<AtlasNode> nodes, IReadOnlyList<AtlasLink> links)
    {
        // a product on no stage stands behind all stages
        var lanes = nodes.ToDictionary(n => n.Key, n => graph.LaneOf(n) ?? graph.Content.Stages.Count, StringComparer.Ordinal);
        var drawn = LayeredLayout.Draw([.. nodes.Select(n => new LayoutNode(n.Key, lanes[n.Key]))], [.. links.Select(l => WayOf(l, lanes)).Distinct()]);
        var most = Math.Max(FewestRows, (int)(1.6 * Math.Sqrt(nodes.Count)));
        var columns = new List<List<PlacedNode>>();
        var stages = new List<(string?, int, int)>();
        foreach (var stage in drawn.Nodes.GroupBy(n => lanes[n.Key]).OrderBy(g => g.Key))
        {
            var first = columns.Count;
            foreach (var layer in stage.GroupBy(n => n.Layer).OrderBy(g => g.Key))
            {
                foreach (var part in layer.OrderBy(n => n.Y).Chunk(most * 3 / 2))
                {
                    if (columns.Count > first && columns[^1].Count + part.Length <= most) columns[^1].AddRange(part);
                    else columns.Add([.. part]);
                }
            }

            stages.Add((stage.Key < graph.Content.Stages.Count ? graph.Content.Stages[stage.Key].Title : null, first, columns.Count - 1));
        }

        foreach (var column in columns) column.Sort((a, b) => a.Y != b.Y ? a.Y.CompareTo(b.Y) : string.CompareOrdinal(a.Key, b.Key));
        var placed = Settle(columns, links);
        return new(placed, stages, columns.Count, columns.Count == 0 ? 0 : columns.Max(c => c.Count), drawn.CrossingsBefore, drawn.Crossings);
    }

    /// <summary>Likeness has no direction: it is drawn from the earlier stage to the later and never makes a loop.</summary>
    private static (string From, string To) WayOf(AtlasLink link, Dictionary<string, int> lanes)
    {
        var (from, to) = link.Way();
        return link.Meaning.IsFlow() || lanes[from] <= lanes[to] ? (from, to) : (to, from);
    }

    /// <summary>Each stands near the middle of what it is joined to; the order and a row for each are kept, and no column is taller than the tallest must be.</summary>
    private static Dictionary<string, (int, double)> Settle(List<List<PlacedNode>> columns, IReadOnlyList<AtlasLink> links)
    {
        var tall = columns.Count == 0 ? 0 : columns.Max(c => c.Count);
        var rows = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var column in columns)
            for (var i = 0; i < column.Count; i++) rows[column[i].Key] = (tall - column.Count) / 2.0 + i;
        var neighbours = links.SelectMany(l => new[] { (l.From, l.To), (From: l.To, To: l.From) }).ToLookup(l => l.From, l => l.To, StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var column in round % 2 == 0 ? columns : columns.AsEnumerable().Reverse())
            {
                var wishes = column.Select((node, i) => (neighbours[node.Key].Select(key => rows[key]).DefaultIfEmpty(rows[node.Key]).Average()) - i);
                var at = 0;
                foreach (var (wish, size) in Pooled(wishes))
                    for (var k = 0; k < size; k++, at++) rows[column[at].Key] = Math.Clamp(wish, 0, tall - column.Count) + at;
            }
        }

        return columns.SelectMany((column, c) => column.Select(node => (node.Key, c))).ToDictionary(n => n.Key, n => (n.c, rows[n.Key]), StringComparer.Ordinal);
    }

    /// <summary>Wishes that would change the order are met half-way: neighbours are pooled until each pool wishes to stand below the one before.</summary>
    private static List<(double Wish, int Size)> Pooled(IEnumerable<double> wishes)
    {
        var pools = new List<(double Wish, int Size)>();
        foreach (var wish in wishes)
        {
            var (mean, size) = (wish, 1);
            while (pools.Count > 0 && pools[^1].Wish >= mean)
            {
                var before = pools[^1];
                pools.RemoveAt(pools.Count - 1);
                (mean, size) = ((before.Wish * before.Size + mean * size) / (before.Size + size), before.Size + size);
            }

            pools.Add((mean, size));
        }

        return pools;
    }
}
