using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Chains.Public;

/// <summary>One chain: its stages in order and the products on their lanes, its own and those of other chains that are placed here.</summary>
public sealed class ChainBackbone
{
    private readonly Dictionary<string, int> laneOf;
    private readonly HashSet<string> own;

    internal ChainBackbone(string key, string title, IReadOnlyList<Stage> stages, IReadOnlyList<(Product Product, string Stage, bool Own)> placed, ProductGraph graph)
    {
        Key = key;
        Title = title;
        Stages = stages;
        var lanes = stages.Select((stage, lane) => (stage.Key, lane)).ToDictionary(s => s.Key, s => s.lane, StringComparer.Ordinal);
        laneOf = placed.ToDictionary(p => p.Product.Key, p => lanes[p.Stage], StringComparer.Ordinal);
        Products = [.. placed.Select(p => p.Product).OrderBy(p => laneOf[p.Key])];
        own = placed.Where(p => p.Own).Select(p => p.Product.Key).ToHashSet(StringComparer.Ordinal);
        Returns = FindReturns(graph);
    }

    public string Key { get; }

    public string Title { get; }

    public IReadOnlyList<Stage> Stages { get; }

    /// <summary>Lane by lane, within a lane in the order of the resource; a product stands on one lane.</summary>
    public IReadOnlyList<Product> Products { get; }

    /// <summary>Recycling loops: from later to earlier stages, the richest first.</summary>
    public IReadOnlyList<ReturnFlow> Returns { get; }

    public bool Has(string productKey) => laneOf.ContainsKey(productKey);

    /// <summary>False for a product of another chain that is placed here.</summary>
    public bool Owns(string productKey) => own.Contains(productKey);

    /// <summary>Key of the product's stage on this chain.</summary>
    /// <exception cref="KeyNotFoundException">The product is not on this chain; ask <see cref="Has"/> first.</exception>
    public string StageOf(string productKey) => Stages[laneOf[productKey]].Key;

    /// <summary>The place of the product's stage in <see cref="Stages"/>, from 0.</summary>
    /// <exception cref="KeyNotFoundException">The product is not on this chain.</exception>
    public int LaneOf(string productKey) => laneOf[productKey];

    private List<ReturnFlow> FindReturns(ProductGraph graph)
    {
        var recovered = Recovered(graph);
        return [.. graph.Links
            .Where(link => link.Meaning == LinkMeaning.InputOf && recovered.Contains(link.From) && Has(link.From) && Has(link.To))
            .Select(link => (link, From: laneOf[link.From], To: laneOf[link.To]))
            .Where(l => l.To < l.From && Reaches(graph, l.link.To, l.link.From))
            .GroupBy(l => (l.From, l.To))
            .Select(g => new ReturnFlow(g.Key.From, g.Key.To, [.. g.Select(l => graph.ByKey(l.link.From)!).Distinct()]))
            .OrderByDescending(r => r.Products.Count).ThenBy(r => r.ToStage).ThenBy(r => r.FromStage)];
    }

    /// <summary>By-products and what they are kinds of (废铝), and what is made of those at once (再生铝): a part that is mounted in an earlier stage is no loop.</summary>
    private static HashSet<string> Recovered(ProductGraph graph)
    {
        var waste = graph.Products.Where(p => p.Kind == ProductKind.ByProduct).Select(p => p.Key)
            .Concat(graph.Links.Where(l => l.Meaning == LinkMeaning.ByProductOf).Select(l => l.From)).ToHashSet(StringComparer.Ordinal);
        waste.UnionWith([.. graph.Links.Where(l => l.Meaning == LinkMeaning.KindOf && waste.Contains(l.From)).Select(l => l.To)]);
        return [.. waste, .. graph.Links.Where(l => l.Meaning == LinkMeaning.InputOf && waste.Contains(l.From)).Select(l => l.To)];
    }

    /// <summary>Whether material of one product ends up in another: only then is a way back a loop and not just an odd order of stages.</summary>
    private static bool Reaches(ProductGraph graph, string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var waiting = new Queue<string>(seen);
        while (waiting.TryDequeue(out var key))
        {
            if (key == to) return true;
            foreach (var next in graph.Of(key).Select(link => FlowsTo(link, key)))
            {
                if (next is not null && seen.Add(next)) waiting.Enqueue(next);
            }
        }

        return false;
    }

    private static string? FlowsTo(ProductLink link, string key) => link.Meaning switch
    {
        LinkMeaning.InputOf or LinkMeaning.KindOf when link.From == key => link.To,
        LinkMeaning.ByProductOf when link.To == key => link.From,
        _ => null,
    };
}
