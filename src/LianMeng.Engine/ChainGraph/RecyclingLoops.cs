namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// Where material goes round: strongly connected components of the way material takes, from an input to what is made of it (<see cref="LinkMeaning.InputOf"/>) and from a product to what falls off in making it
/// (<see cref="LinkMeaning.ByProductOf"/>). Substitutes and kinds move nothing.
/// </summary>
public static class RecyclingLoops
{
    /// <summary>The loops, in order of their first products.</summary>
    /// <exception cref="ArgumentException">A key occurs twice or is unknown, a product is linked to itself.</exception>
    public static IReadOnlyList<RecyclingLoop> Find(IReadOnlyList<string> products, IEnumerable<ProductLink> links)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in products)
            if (!places.TryAdd(key, places.Count)) throw new ArgumentException($"产品代号“{key}”重复。", nameof(products));
        var (from, to) = (new List<int>(), new List<int>());
        foreach (var link in links)
        {
            if (!places.TryGetValue(link.From, out var a) || !places.TryGetValue(link.To, out var b)) throw new ArgumentException($"联系“{link.From} → {link.To}”指向不存在的产品。", nameof(links));
            if (a == b) throw new ArgumentException($"产品“{link.From}”不能与自己相联。", nameof(links));
            if (link.Meaning is not (LinkMeaning.InputOf or LinkMeaning.ByProductOf)) continue;
            from.Add(link.Meaning == LinkMeaning.InputOf ? a : b);
            to.Add(link.Meaning == LinkMeaning.InputOf ? b : a);
        }

        var arcs = Adjacency.Arcs([.. from], [.. to], products.Count);
        var (of, count) = StrongComponents.Find(arcs);
        var members = Adjacency.Group(of, count);
        var loops = new List<(int First, RecyclingLoop Loop)>();
        for (var component = 0; component < count; component++)
        {
            var inside = members[component].ToArray();
            if (inside.Length < 2) continue;
            loops.Add((inside[0], new([.. inside.Select(place => products[place])], [.. WayRound(arcs, of, inside[0]).Select(place => products[place])])));
        }

        return [.. loops.OrderBy(loop => loop.First).Select(loop => loop.Loop)];
    }

    private static List<int> WayRound(Adjacency arcs, int[] of, int start)
    {
        var before = new Dictionary<int, int>();
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var node))
            foreach (var to in arcs[node])
            {
                if (to == start) return Back(before, node, start);
                if (of[to] == of[start] && before.TryAdd(to, node)) queue.Enqueue(to);
            }

        throw new InvalidOperationException("A component of two or more has a way round.");
    }

    private static List<int> Back(Dictionary<int, int> before, int node, int start)
    {
        var way = new List<int>();
        for (; node != start; node = before[node]) way.Add(node);
        way.Add(start);
        way.Reverse();
        return way;
    }
}
