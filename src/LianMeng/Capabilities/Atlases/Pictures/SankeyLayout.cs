namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>
/// Bands between nodes in columns. A band is as thick as its value at one scale; a node is as high as the larger of what comes in and what goes out. Columns follow the large flows: of a loop the smallest band runs back, below
/// everything and at most <see cref="MostBack"/> thick on its way. The same input gives the same drawing.
/// </summary>
internal static class SankeyLayout
{
    private const double Gap = 14, LoopGap = 8;
    private const int Rounds = 6;

    /// <summary>A thick band that turned round would cover the rest.</summary>
    public const double MostBack = 32;

    public sealed record Node(string Key);

    /// <param name="Value">Above 0; all in one unit.</param>
    public sealed record Flow(string From, string To, double Value);

    /// <param name="Column">From 0.</param>
    /// <param name="Top">Of the node.</param>
    public sealed record PlacedNode(string Key, int Column, double Top, double Height);

    /// <param name="FromTop">Upper edge where it leaves.</param>
    /// <param name="ToTop">Upper edge where it arrives.</param>
    /// <param name="BackTop">Upper edge of its way back below everything; null when it leads on.</param>
    public sealed record PlacedFlow(string From, string To, double FromTop, double ToTop, double Thick, double? BackTop);

    /// <param name="Scale">Height per unit of value.</param>
    public sealed record Drawing(IReadOnlyList<PlacedNode> Nodes, IReadOnlyList<PlacedFlow> Flows, int Columns, double Height, double Scale);

    /// <param name="height">of the highest layer, gaps included</param>
    /// <exception cref="ArgumentException">a key twice or unknown, a value that is not above 0</exception>
    public static Drawing Draw(IReadOnlyList<Node> nodes, IReadOnlyList<Flow> flows, double height)
    {
        var column = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in nodes)
            if (!column.TryAdd(node.Key, 0)) throw new ArgumentException($"“{node.Key}”重复。", nameof(nodes));
        foreach (var flow in flows)
        {
            if (!column.ContainsKey(flow.From) || !column.ContainsKey(flow.To)) throw new ArgumentException($"流向“{flow.From} → {flow.To}”指向不存在的节点。", nameof(flows));
            if (!(flow.Value > 0) || double.IsInfinity(flow.Value)) throw new ArgumentException($"流向“{flow.From} → {flow.To}”的数量应大于 0。", nameof(flows));
        }

        var count = Place(column, flows);
        var (goes, comes) = (flows.ToLookup(f => f.From, StringComparer.Ordinal), flows.ToLookup(f => f.To, StringComparer.Ordinal));
        var size = nodes.ToDictionary(n => n.Key, n => Math.Max(goes[n.Key].Sum(f => f.Value), comes[n.Key].Sum(f => f.Value)), StringComparer.Ordinal);
        var columns = Enumerable.Range(0, count).Select(c => nodes.Where(n => column[n.Key] == c).Select(n => n.Key).ToList()).ToList();
        var scale = columns.Select(c => (height - Gap * (c.Count - 1)) / c.Sum(key => size[key])).Where(s => s > 0 && !double.IsInfinity(s)).DefaultIfEmpty(0).Min();
        // so many nodes that the gaps alone are higher: the drawing grows
        if (columns.Exists(c => Gap * (c.Count - 1) >= height)) scale = columns.Select(c => c.Sum(key => size[key])).Where(s => s > 0).Select(s => height / s).DefaultIfEmpty(0).Min();

        var middle = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var keys in columns) Stack(keys, size, scale, middle);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var keys in round % 2 == 0 ? columns : columns.AsEnumerable().Reverse())
            {
                var wish = keys.ToDictionary(key => key, key => Wish(key, goes, comes, middle), StringComparer.Ordinal);
                keys.Sort((a, b) => wish[a] != wish[b] ? wish[a].CompareTo(wish[b]) : string.CompareOrdinal(a, b));
                Stack(keys, size, scale, middle);
            }
        }

        var tallest = columns.Select(keys => keys.Sum(key => size[key] * scale) + Gap * Math.Max(0, keys.Count - 1)).DefaultIfEmpty(0).Max();
        // columns stand around one middle
        var top = nodes.ToDictionary(n => n.Key, n => tallest / 2 + middle[n.Key] - size[n.Key] * scale / 2, StringComparer.Ordinal);
        // what runs back leaves and arrives below the rest
        bool IsBack(Flow flow) => column[flow.To] <= column[flow.From];
        var (leaves, arrives) = (Ends(flows, f => f.From, f => IsBack(f) ? double.MaxValue : top[f.To]), Ends(flows, f => f.To, f => IsBack(f) ? double.MaxValue : top[f.From]));
        var below = tallest + LoopGap * 2;
        var placed = new PlacedFlow[flows.Count];
        foreach (var i in Enumerable.Range(0, flows.Count).OrderBy(i => Math.Abs(column[flows[i].From] - column[flows[i].To])).ThenBy(i => i))
        {
            var flow = flows[i];
            double? back = null;
            if (IsBack(flow))
            {
                back = below;
                below += Math.Min(MostBack, flow.Value * scale) + LoopGap;
            }

            placed[i] = new(flow.From, flow.To, top[flow.From] + leaves[i] * scale, top[flow.To] + arrives[i] * scale, flow.Value * scale, back);
        }

        return new([.. nodes.Select(n => new PlacedNode(n.Key, column[n.Key], top[n.Key], size[n.Key] * scale))], placed, count, Array.Exists(placed, f => f.BackTop is not null) ? below : tallest, scale);
    }

    /// <summary>Columns: the largest flows first, each forward unless that would close a ring; then the longest way. What only gives stands beside where it goes, what only takes stands last.</summary>
    private static int Place(Dictionary<string, int> column, IReadOnlyList<Flow> flows)
    {
        var onward = column.Keys.ToDictionary(key => key, _ => new List<string>(), StringComparer.Ordinal);
        foreach (var flow in flows.Select((f, i) => (f, i)).OrderByDescending(f => f.f.Value).ThenBy(f => f.i).Select(f => f.f))
            if (!Reaches(onward, flow.To, flow.From)) onward[flow.From].Add(flow.To);
        for (var round = 0; round < column.Count; round++)
            foreach (var (from, to) in onward.SelectMany(o => o.Value.Select(to => (o.Key, to)))) column[to] = Math.Max(column[to], column[from] + 1);
        var last = column.Values.DefaultIfEmpty(0).Max();
        var taken = onward.Values.SelectMany(to => to).ToHashSet(StringComparer.Ordinal);
        foreach (var key in column.Keys.Where(key => taken.Contains(key) && onward[key].Count == 0).ToList()) column[key] = last;
        foreach (var key in column.Keys.Where(key => !taken.Contains(key) && onward[key].Count > 0).ToList()) column[key] = onward[key].Min(to => column[to]) - 1;
        return column.Count == 0 ? 0 : last + 1;
    }

    private static bool Reaches(Dictionary<string, List<string>> onward, string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var waiting = new Queue<string>(seen);
        while (waiting.TryDequeue(out var key))
        {
            if (key == to) return true;
            foreach (var next in onward[key].Where(seen.Add)) waiting.Enqueue(next);
        }

        return false;
    }

    /// <summary>One below the other around height 0; the middles.</summary>
    private static void Stack(List<string> keys, Dictionary<string, double> size, double scale, Dictionary<string, double> middle)
    {
        var at = -(keys.Sum(key => size[key] * scale) + Gap * Math.Max(0, keys.Count - 1)) / 2;
        foreach (var key in keys)
        {
            middle[key] = at + size[key] * scale / 2;
            at += size[key] * scale + Gap;
        }
    }

    private static double Wish(string key, ILookup<string, Flow> goes, ILookup<string, Flow> comes, Dictionary<string, double> middle)
    {
        var near = goes[key].Select(f => (f.To, f.Value)).Concat(comes[key].Select(f => (To: f.From, f.Value))).Where(n => n.To != key).ToList();
        return near.Count == 0 ? middle[key] : near.Sum(n => middle[n.To] * n.Value) / near.Sum(n => n.Value);
    }

    /// <summary>Value above each flow at its end: those that come from above stand above.</summary>
    private static double[] Ends(IReadOnlyList<Flow> flows, Func<Flow, string> end, Func<Flow, double> other)
    {
        var ends = new double[flows.Count];
        foreach (var at in Enumerable.Range(0, flows.Count).GroupBy(i => end(flows[i]), StringComparer.Ordinal))
        {
            var above = 0.0;
            foreach (var i in at.OrderBy(i => other(flows[i])).ThenBy(i => i))
            {
                ends[i] = above;
                above += flows[i].Value;
            }
        }

        return ends;
    }
}
