using LianMeng.Capabilities.Chains.Public;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases;

/// <summary>One content, made ready for questions: read by any number of requests at once.</summary>
public sealed class AtlasGraph
{
    private readonly Dictionary<string, AtlasNode> nodes;
    private readonly Dictionary<string, int> stages;
    private readonly PhraseReader phrases;

    internal AtlasGraph(AtlasContent content)
    {
        Content = content;
        nodes = content.Nodes.ToDictionary(n => n.Key, StringComparer.Ordinal);
        stages = content.Stages.Select((s, at) => (s.Key, at)).ToDictionary(s => s.Key, s => s.at, StringComparer.Ordinal);
        Products = new(content.Nodes.Select(n => n.ToProduct(TitleOf(n.Stage) ?? "")), content.Links.Select(l => l.ToProductLink()));
        Search = new(Products);
        phrases = new(Products);
    }

    public AtlasContent Content { get; }

    /// <summary>The same as the engine's graph.</summary>
    public ProductGraph Products { get; }

    /// <summary>By name, alias, grade or pinyin.</summary>
    public ProductSearch Search { get; }

    /// <summary>null when there is none</summary>
    public AtlasNode? Node(string key) => nodes.GetValueOrDefault(key);

    /// <summary>By key, else by name, alias or grade; null when none.</summary>
    public AtlasNode? Find(string text) => Node(text) ?? (Products.Find(text) is { } product ? Node(product.Key) : null);

    /// <summary>Place of the stage in the atlas, from 0; null for a node on no stage.</summary>
    public int? LaneOf(AtlasNode node) => node.Stage is { } stage ? stages[stage] : null;

    public string? TitleOf(string? stage) => stage is { } key ? Content.Stages[stages[key]].Title : null;

    /// <summary>The products that a firm's own words stand for.</summary>
    public IReadOnlyList<Product> Named(string text) => phrases.Read(text);
}
