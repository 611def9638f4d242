namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// Draws a chain from left to right: a stage is one to four columns, forward links without needless crossings, what comes back (再生铝) as a loop round below. The same input gives the same drawing.
/// </summary>
public static class LayeredLayout
{
    /// <summary>Nodes drawn at most; more are refused, to be filtered first.</summary>
    public const int MostNodes = 20_000;

    /// <summary>Links drawn at most.</summary>
    public const int MostLinks = 100_000;

    // a link over several columns bends at a point in each; beyond so many such points the longest links are drawn straight
    private const int MostBends = 30_000;
    private const int Lanes = 24;

    /// <param name="nodes">in the order in which they should stand where nothing else decides</param>
    /// <param name="links">(from, to) keys; cycles are allowed</param>
    /// <exception cref="ArgumentException">too many nodes or links, a key twice or unknown, a link from a node to itself</exception>
    public static ChainDrawing Draw(IReadOnlyList<LayoutNode> nodes, IReadOnlyList<(string From, string To)> links)
    {
        var (from, to) = Check(nodes, links);
        var layer = Layers.Of([.. nodes.Select(node => node.Stage)], from, to);
        var courses = Enumerable.Range(0, from.Length).Select(i => layer[from[i]] < layer[to[i]] ? LinkCourse.Forward : layer[from[i]] == layer[to[i]] ? LinkCourse.Beside : LinkCourse.Back).ToArray();

        // forward links as chains of pieces between neighbouring columns
        var columns = new List<int>(layer);
        var chains = new List<int>?[from.Length];
        var pieces = new List<(int From, int To)>();
        foreach (var i in Enumerable.Range(0, from.Length).Where(i => courses[i] == LinkCourse.Forward).OrderBy(i => layer[to[i]] - layer[from[i]]).ThenBy(i => i))
        {
            var span = layer[to[i]] - layer[from[i]];
            if (columns.Count - layer.Length + span - 1 > MostBends) break;
            var chain = chains[i] = [from[i]];
            for (var column = layer[from[i]] + 1; column < layer[to[i]]; column++)
            {
                chain.Add(columns.Count);
                columns.Add(column);
            }

            chain.Add(to[i]);
            for (var k = 1; k < chain.Count; k++) pieces.Add((chain[k - 1], chain[k]));
        }

        var order = new LayerOrder([.. columns], pieces);
        var before = order.Crossings();
        order.Improve();
        var y = LayerHeights.Of(order, layer.Length);
        PlacedNode[] placed = [.. nodes.Select((node, i) => new PlacedNode(node.Key, layer[i], layer[i], y[i]))];
        var bottom = y.Length == 0 ? 0 : y.Max();
        var lanes = BackLanes(from, to, layer, courses);
        PlacedLink[] drawn = [.. links.Select((link, i) => new PlacedLink(link.From, link.To, courses[i], courses[i] switch
        {
            LinkCourse.Back => Round(placed[from[i]], placed[to[i]], bottom + 1 + 0.5 * lanes[i]),
            LinkCourse.Beside => [At(placed[from[i]]), (placed[from[i]].X + 0.35, (placed[from[i]].Y + placed[to[i]].Y) / 2), At(placed[to[i]])],
            _ => chains[i] is { } chain ? [.. chain.Select(node => ((double)columns[node], y[node]))] : [At(placed[from[i]]), At(placed[to[i]])],
        }))];
        var height = Math.Max(bottom, drawn.SelectMany(link => link.Points).Select(point => point.Y).DefaultIfEmpty().Max());
        return new(placed, drawn, layer.Length == 0 ? 0 : layer.Max(), height, before, order.Crossings());
    }

    private static (double X, double Y) At(PlacedNode node) => (node.X, node.Y);

    private static (double, double)[] Round(PlacedNode from, PlacedNode to, double lane) =>
        [At(from), (from.X + 0.4, (from.Y + lane) / 2), (from.X, lane), (to.X, lane), (to.X - 0.4, (to.Y + lane) / 2), At(to)];

    /// <summary>Short loops lie inside long ones.</summary>
    private static Dictionary<int, int> BackLanes(int[] from, int[] to, int[] layer, LinkCourse[] courses) =>
        Enumerable.Range(0, from.Length).Where(i => courses[i] == LinkCourse.Back).OrderBy(i => layer[from[i]] - layer[to[i]]).ThenBy(i => i).Select((i, lane) => (i, lane)).ToDictionary(pair => pair.i, pair => pair.lane % Lanes);

    private static (int[] From, int[] To) Check(IReadOnlyList<LayoutNode> nodes, IReadOnlyList<(string From, string To)> links)
    {
        if (nodes.Count > MostNodes) throw new ArgumentException($"图中有 {nodes.Count} 个节点，最多绘制 {MostNodes} 个，请先筛选。", nameof(nodes));
        if (links.Count > MostLinks) throw new ArgumentException($"图中有 {links.Count} 条联系，最多绘制 {MostLinks} 条，请先筛选。", nameof(links));
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in nodes)
            if (node.Stage is < -1_000_000 or > 1_000_000) throw new ArgumentException($"节点“{node.Key}”的环节次序 {node.Stage} 超出范围。", nameof(nodes));
        foreach (var node in nodes)
            if (!places.TryAdd(node.Key, places.Count)) throw new ArgumentException($"节点“{node.Key}”重复。", nameof(nodes));
        int Place(string key) => places.TryGetValue(key, out var place) ? place : throw new ArgumentException($"联系指向不存在的节点“{key}”。", nameof(links));
        foreach (var link in links)
            if (link.From == link.To) throw new ArgumentException($"节点“{link.From}”不能与自己相联。", nameof(links));
        return ([.. links.Select(link => Place(link.From))], [.. links.Select(link => Place(link.To))]);
    }
}
