using System.Text.Json;
using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Text;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases;

/// <summary>What an atlas says: stages, products, links. Immutable; a draft is replaced by another, an issue is never.</summary>
public sealed record AtlasContent(IReadOnlyList<AtlasStage> Stages, IReadOnlyList<AtlasNode> Nodes, IReadOnlyList<AtlasLink> Links)
{
    public const int MostStages = 60;
    public const int MostNodes = 10_000;
    public const int MostLinks = 50_000;

    /// <summary>Units of one product in a unit of another: more is a slip of the unit, and products of such figures would leave every range.</summary>
    /// <summary>Nothing takes more of an input a unit; such a figure is a slip of the pen.</summary>
    internal const decimal MostCoefficient = 1_000_000;

    /// <summary>Named in one message at most: nobody reads more, and what is mended first often mends the rest.</summary>
    private const int MostProblems = 20;

    public static AtlasContent Empty { get; } = new([], [], []);

    /// <summary>What contradicts itself, in words; empty when nothing does. Loops of inputs are no contradiction: nearly everything is recycled.</summary>
    public IReadOnlyList<string> Problems()
    {
        if (Stages.Count > MostStages) return [$"环节有 {Stages.Count} 个，最多 {MostStages} 个。"];
        if (Nodes.Count > MostNodes) return [$"产品有 {Nodes.Count} 个，一张图谱最多 {MostNodes} 个，请按环节分成几张图谱。"];
        if (Links.Count > MostLinks) return [$"关系有 {Links.Count} 条，一张图谱最多 {MostLinks} 条，请按环节分成几张图谱。"];
        return [.. StageProblems().Concat(NodeProblems()).Concat(LinkProblems()).Concat(ShareProblems()).Take(MostProblems)];
    }

    private IEnumerable<string> StageProblems()
        => Stages.GroupBy(s => s.Key, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"环节代号“{g.Key}”重复。");

    private IEnumerable<string> NodeProblems()
    {
        var stages = Stages.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        var (keys, names) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var node in Nodes)
        {
            if (string.IsNullOrWhiteSpace(node.Name)) yield return $"产品“{node.Key}”没有名称。";
            if (!keys.Add(node.Key)) yield return $"产品代号“{node.Key}”重复。";
            // ＡＤＣ１２ and ADC12 are one product to everybody who searches
            if (!names.TryAdd(ShortText.Normalise(node.Name), node.Name)) yield return $"产品“{node.Name}”与“{names[ShortText.Normalise(node.Name)]}”同名（全角半角、大小写视为相同），请合并或改名。";
            if (node.Stage is { } stage && !stages.Contains(stage)) yield return $"产品“{node.Name}”的环节“{stage}”不在环节表中。";
            if (node.ReferencePrice < 0) yield return $"产品“{node.Name}”的参考价 {node.ReferencePrice} 不能为负数。";
            if (node.ReferencePrice is not null && string.IsNullOrWhiteSpace(node.Source)) yield return $"产品“{node.Name}”的参考价没有来源，请写明来源（名称、年份）或去掉参考价。";
        }
    }

    private IEnumerable<string> LinkProblems()
    {
        var names = Nodes.GroupBy(n => n.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Name, StringComparer.Ordinal);
        var seen = new HashSet<(string, string, LinkMeaning)>();
        foreach (var link in Links)
        {
            var (known, unknown) = (names.ContainsKey(link.From) && names.ContainsKey(link.To), names.ContainsKey(link.From) ? link.To : link.From);
            if (!known)
            {
                yield return $"关系“{link.From} → {link.To}”指向不存在的产品“{unknown}”。";
                continue;
            }

            var words = $"“{names[link.From]} → {names[link.To]}”（{link.Meaning.Title()}）";
            if (link.From == link.To) yield return $"产品“{names[link.From]}”不能与自己相联。";
            if (!seen.Add(link.Id)) yield return $"关系{words}重复。";
            if (link.Coefficient < 0) yield return $"关系{words}的单耗 {link.Coefficient} 不能为负数。";
            if (link.Coefficient > MostCoefficient) yield return $"关系{words}的单耗 {link.Coefficient} 太大，请核对单位（不超过 {MostCoefficient:0}）。";
            if (link.Share is < 0 or > 1) yield return $"关系{words}的占比 {link.Share * 100:0.##}% 应在 0 与 100% 之间。";
        }
    }

    private IEnumerable<string> ShareProblems()
        => Links.Where(l => l is { Meaning: LinkMeaning.InputOf, Share: > 0 }).GroupBy(l => l.To, StringComparer.Ordinal).Select(g => (g.Key, Sum: g.Sum(l => l.Share!.Value))).Where(g => g.Sum > 1.0001m)
            .Select(g => $"“{Nodes.FirstOrDefault(n => n.Key == g.Key)?.Name ?? g.Key}”各项投入的占比合计 {g.Sum * 100:0.##}%，不能超过 100%。");

    /// <summary>Products without a key of their own (a table names them only) get the key under which the other content knows their name, so that tasks and comparisons find them again.</summary>
    internal AtlasContent WithKeysOf(AtlasContent other)
    {
        var known = other.Nodes.GroupBy(n => ShortText.Normalise(n.Name), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Key, StringComparer.Ordinal);
        var taken = Nodes.Where(n => n.Key != n.Name).Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        var keys = Nodes.ToDictionary(n => n.Key, n => n.Key == n.Name && known.TryGetValue(ShortText.Normalise(n.Name), out var key) && !taken.Contains(key) ? key : n.Key, StringComparer.Ordinal);
        return this with { Nodes = [.. Nodes.Select(n => n with { Key = keys[n.Key] })], Links = [.. Links.Select(l => l with { From = keys[l.From], To = keys[l.To] })] };
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json.Options);

    /// <exception cref="JsonException">not what <see cref="ToJson"/> wrote</exception>
    public static AtlasContent FromJson(string json) => JsonSerializer.Deserialize<AtlasContent>(json, Json.Options) ?? throw new JsonException("The content of an atlas is null.");
}
