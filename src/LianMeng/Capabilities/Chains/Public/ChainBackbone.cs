using System.Globalization;
using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Standards;

namespace LianMeng.Capabilities.Chains.Public;

/// <summary>
/// A chain's backbone as the project's own resource: stages in order, products with aliases, links. Read once; a broken
/// resource stops the program at start rather than showing half a chain.
/// </summary>
public sealed class ChainBackbone
{
    public sealed record Stage(string Key, string Title);

    public static IReadOnlyList<Stage> AluminiumStages { get; } =
    [
        new("bauxite", "铝土矿开采"), new("alumina", "氧化铝"), new("primary", "电解铝"), new("alloying", "合金化"),
        new("processing", "铝加工"), new("deep", "精深加工"), new("recycled", "再生铝"), new("application", "应用"),
    ];

    public ChainBackbone()
    {
        Graph = new ProductGraph(Read("aluminium.products.tsv").Select(ToProduct), Read("aluminium.links.tsv").Select(ToLink));
    }

    public string Title => "铝产业链";

    public IReadOnlyList<Stage> Stages => AluminiumStages;

    public ProductGraph Graph { get; }

    private static Product ToProduct(string[] cells) => new(
        cells[0], cells[1], cells[2].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), cells[3],
        cells[4] switch
        {
            "material" => ProductKind.Material,
            "process" => ProductKind.Process,
            "by-product" => ProductKind.ByProduct,
            "equipment" => ProductKind.Equipment,
            "service" => ProductKind.Service,
            "product" => ProductKind.Product,
            _ => throw new InvalidDataException($"Unknown product kind {cells[4]} of {cells[0]}."),
        });

    private static ProductLink ToLink(string[] cells) => new(
        cells[0], cells[1],
        cells[2] switch
        {
            "input-of" => LinkMeaning.InputOf,
            "by-product-of" => LinkMeaning.ByProductOf,
            "substitute-of" => LinkMeaning.SubstituteOf,
            "kind-of" => LinkMeaning.KindOf,
            _ => throw new InvalidDataException($"Unknown link meaning {cells[2]}."),
        },
        cells.Length > 3 && cells[3].Length > 0 ? decimal.Parse(cells[3], CultureInfo.InvariantCulture) : null,
        cells.Length > 4 && cells[4].Length > 0 ? cells[4] : null);

    private static IEnumerable<string[]> Read(string resource) => TsvResource.Read(typeof(ChainBackbone).Assembly, resource);
}
