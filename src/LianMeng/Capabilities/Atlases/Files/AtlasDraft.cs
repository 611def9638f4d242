using LianMeng.Engine.Text;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.Atlases.Files;

/// <summary>Collects what a file says, cleaned: texts trimmed and cut to what can be kept, products without a key under their name.</summary>
internal sealed class AtlasDraft
{
    private readonly List<AtlasStage> stages = [];
    private readonly Dictionary<string, string> stageKeys = new(StringComparer.Ordinal);
    private readonly List<AtlasNode> nodes = [];
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly List<AtlasLink> links = [];
    private readonly HashSet<AtlasLink> said = [];

    public AtlasContent Content => new(stages, nodes, links);

    public int Nodes => nodes.Count;

    public int Links => links.Count;

    public void Stage(string? key, string? title)
    {
        var (name, own) = (Text(title, Atlas.TitleLimit), Text(key, AtlasNode.KeyLimit));
        if (name is null && own is null) return;
        var stage = new AtlasStage(own ?? name!, name ?? own!);
        stages.Add(stage);
        stageKeys[stage.Key] = stage.Key;
        stageKeys.TryAdd(stage.Title, stage.Key);
    }

    /// <summary>A stage by key or title; one that was not announced is added.</summary>
    public string? StageOf(string? text)
    {
        if (Text(text, AtlasNode.KeyLimit) is not { } stage) return null;
        if (!stageKeys.TryGetValue(stage, out var key)) Stage(stage, stage);
        return key ?? stage;
    }

    public void Node(AtlasNode node)
    {
        var name = Text(node.Name, AtlasNode.NameLimit);
        var key = Text(node.Key, AtlasNode.KeyLimit) ?? name;
        if (key is null) return;
        name ??= key;
        nodes.Add(node with
        {
            Key = key, Name = name, Stage = StageOf(node.Stage), Unit = Text(node.Unit, AtlasNode.UnitLimit), TaxCode = Text(node.TaxCode, 19), Source = Text(node.Source, AtlasNode.SourceLimit),
            Aliases = [.. node.Aliases.Select(a => Text(a, AtlasNode.NameLimit)).OfType<string>().Where(a => a != name).Distinct(StringComparer.Ordinal).Take(AtlasNode.MostAliases)],
        });
        keys.TryAdd(key, key);
        keys.TryAdd(ShortText.Normalise(name), key);
    }

    /// <summary>The key of a product that is named; one that was not announced is added.</summary>
    public string? KeyOf(string? text)
    {
        if (Text(text, AtlasNode.NameLimit) is not { } name) return null;
        if (keys.TryGetValue(name, out var key) || keys.TryGetValue(ShortText.Normalise(name), out key)) return key;
        Node(new() { Key = name, Name = name });
        return name;
    }

    /// <summary>What is said twice in the same words counts once: tables state a relation from both its ends.</summary>
    public void Link(AtlasLink link)
    {
        var clean = Clean(link);
        if (said.Add(clean)) links.Add(clean);
    }

    private static AtlasLink Clean(AtlasLink link) => link with
    {
        From = Text(link.From, AtlasNode.KeyLimit) ?? "", To = Text(link.To, AtlasNode.KeyLimit) ?? "", CoefficientUnit = Text(link.CoefficientUnit, 2 * AtlasNode.UnitLimit), Source = Text(link.Source, AtlasNode.SourceLimit),
    };

    private static string? Text(string? text, int most)
    {
        if (text is null) return null;
        var clean = ImportText.Clean(text).Trim();
        return clean.Length == 0 ? null : clean.Length <= most ? clean : throw new AtlasFileException($"“{ImportText.Shorten(clean, 20)}”有 {clean.Length} 个字，最多 {most} 个。");
    }
}
