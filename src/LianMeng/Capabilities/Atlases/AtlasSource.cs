using LianMeng.Capabilities.Chains.Public;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases;

/// <summary>Where the content of a new atlas comes from: a chain's backbone, or what lies around one product.</summary>
internal static class AtlasSource
{
    public const int MostHops = 10;

    /// <summary>All of a chain's backbone.</summary>
    public static AtlasContent Of(ChainBackbone chain, ProductGraph graph)
        => new([.. chain.Stages.Select(s => new AtlasStage(s.Key, s.Title))], [.. chain.Products.Select(p => NodeOf(p, chain.StageOf(p.Key), graph))], LinksAmong(chain.Products.Select(p => p.Key), graph));

    /// <summary>What is joined to a product over so many links of any meaning, either way: 从铝出发，三步以内.</summary>
    /// <param name="hops">1 to <see cref="MostHops"/></param>
    public static AtlasContent Around(AtlasContent all, string start, int hops)
    {
        var neighbours = all.Links.SelectMany(l => new[] { (From: l.From, To: l.To), (From: l.To, To: l.From) }).ToLookup(l => l.From, l => l.To, StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal) { start };
        IReadOnlyCollection<string> edge = [start];
        for (var hop = 0; hop < hops && edge.Count > 0; hop++) edge = [.. edge.SelectMany(key => neighbours[key]).Where(reached.Add)];
        var nodes = all.Nodes.Where(n => reached.Contains(n.Key)).ToList();
        var stages = nodes.Select(n => n.Stage).ToHashSet(StringComparer.Ordinal);
        return new([.. all.Stages.Where(s => stages.Contains(s.Key))], nodes, [.. all.Links.Where(l => reached.Contains(l.From) && reached.Contains(l.To))]);
    }

    /// <summary>All chains in one, each product on the stage of the chain that brings it in.</summary>
    public static AtlasContent Everything(ChainBackbones backbones) => new(
        [.. backbones.All.SelectMany(c => c.Stages.Select(s => new AtlasStage($"{c.Key}.{s.Key}", $"{LaneWords.Short(c.Title)} · {s.Title}")))],
        [.. backbones.All.SelectMany(c => c.Products.Where(p => c.Owns(p.Key)).Select(p => NodeOf(p, $"{c.Key}.{c.StageOf(p.Key)}", backbones.Graph)))],
        [.. backbones.Graph.Links.Select(LinkOf)]);

    private static AtlasNode NodeOf(Product product, string stage, ProductGraph graph)
        => new() { Key = product.Key, Name = product.Name, Aliases = product.Aliases, Kind = product.Kind, Stage = stage, TaxCode = product.TaxCode, Unit = UnitOf(product.Key, graph) };

    /// <summary>A coefficient says in which unit its products are counted: t/t in 吨.</summary>
    private static string? UnitOf(string key, ProductGraph graph)
        => graph.Of(key).Where(l => l.CoefficientUnit is not null).Select(l => l.CoefficientUnit!.Split('/')[l.From == key ? 0 : ^1]).Where(unit => unit == "t").Select(_ => "吨").FirstOrDefault();

    private static List<AtlasLink> LinksAmong(IEnumerable<string> keys, ProductGraph graph)
    {
        var within = keys.ToHashSet(StringComparer.Ordinal);
        return [.. graph.Links.Where(l => within.Contains(l.From) && within.Contains(l.To)).Select(LinkOf)];
    }

    private static AtlasLink LinkOf(ProductLink link) => new(link.From, link.To, link.Meaning, link.Coefficient, link.CoefficientUnit, link.Share, link.Source);
}
