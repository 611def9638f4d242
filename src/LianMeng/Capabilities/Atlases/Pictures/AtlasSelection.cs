using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>The part of an atlas that a graph draws.</summary>
/// <param name="Nodes">In the atlas's order.</param>
/// <param name="Links">Those among the nodes, of the kinds asked for.</param>
/// <param name="Centre">The product around which it was cut; null when none was asked for.</param>
/// <param name="Found">Keys that the search found: their neighbours stand around them.</param>
internal sealed record AtlasSelection(IReadOnlyList<AtlasNode> Nodes, IReadOnlyList<AtlasLink> Links, AtlasNode? Centre, IReadOnlySet<string> Found)
{
    public const int UsualSteps = 2, MostSteps = 10;

    public static AtlasSelection Of(AtlasGraph graph, Func<string, Health> healthOf, ShowGraph.Input input)
    {
        var choice = input.Links ?? LinkChoice.All;
        var links = graph.Content.Links.Where(l => choice.Has(l.Meaning)).ToList();
        var centre = input.Product is { } product ? graph.Find(product) : null;
        var found = new HashSet<string>(StringComparer.Ordinal);
        IEnumerable<AtlasNode> nodes = graph.Content.Nodes;
        if (centre is not null)
        {
            var around = Around([centre.Key], links, input.Steps ?? UsualSteps);
            nodes = nodes.Where(n => around.Contains(n.Key));
        }

        if (!string.IsNullOrWhiteSpace(input.Query))
        {
            found.UnionWith(graph.Content.Nodes.Where(n => graph.Search.Finds(graph.Products.ByKey(n.Key)!, input.Query)).Select(n => n.Key));
            var beside = Around(found, links, 1);
            nodes = nodes.Where(n => beside.Contains(n.Key));
        }

        if (input.Stage is { } stage) nodes = nodes.Where(n => n.Stage == stage);
        if (input.Health is { } health) nodes = nodes.Where(n => healthOf(n.Key) == health);
        var chosen = nodes.ToList();
        var keys = chosen.Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        return new(chosen, [.. links.Where(l => keys.Contains(l.From) && keys.Contains(l.To))], centre, found);
    }

    private static HashSet<string> Around(IReadOnlyCollection<string> keys, List<AtlasLink> links, int steps)
    {
        var neighbours = links.SelectMany(l => new[] { (l.From, l.To), (From: l.To, To: l.From) }).ToLookup(l => l.From, l => l.To, StringComparer.Ordinal);
        var reached = keys.ToHashSet(StringComparer.Ordinal);
        var edge = keys;
        for (var step = 0; step < steps && edge.Count > 0; step++) edge = [.. edge.SelectMany(key => neighbours[key]).Where(reached.Add)];
        return reached;
    }
}
