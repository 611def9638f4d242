using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Standards;

namespace LianMeng.Host.Demonstration;

/// <summary>The product graph over all chains, as far as inventing needs it: links of the backbones' own files, titles of the chains.</summary>
internal sealed class InventedGraph
{
    public InventedGraph()
    {
        ChainTitles = Rows("chains.tsv").ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);
        Graph = new ProductGraph(
            ChainTitles.Keys.SelectMany(c => Rows(c + ".products.tsv")).Where(r => r[1] != "@").Select(ToProduct),
            ChainTitles.Keys.SelectMany(c => Rows(c + ".links.tsv")).Select(ToLink));
    }

    public ProductGraph Graph { get; }

    public IReadOnlyDictionary<string, string> ChainTitles { get; }

    public Product this[string key] => Graph.ByKey(key) ?? throw new InvalidDataException($"The demonstration's tables name the unknown product {key}.");

    /// <summary>What goes into a product, its own inputs first, then those of what it is a kind of.</summary>
    public IEnumerable<Product> Inputs(string key) => Graph.Upstream(key)
        .Concat(Graph.Of(key).Where(l => l.Meaning == LinkMeaning.KindOf && l.From == key).SelectMany(l => Graph.Upstream(l.To)));

    /// <summary>What is left over when a product is made.</summary>
    public IEnumerable<Product> Leftovers(string key) => Graph.Of(key).Where(l => l.Meaning == LinkMeaning.ByProductOf && l.To == key).Select(l => this[l.From]);

    /// <summary>
    /// The product that a line stands for; of names side by side the last counts: "6063-T5铝型材" is a profile. Null when it names none.
    /// </summary>
    public Product? Named(string line) => Graph.Find(line) ?? Graph.Mentions(Bracketless(line)).LastOrDefault()?.Product;

    private static string Bracketless(string line) => line.IndexOfAny(['(', '（']) is > 0 and var at ? line[..at] : line;

    private static IEnumerable<string[]> Rows(string resource) => TsvResource.Read(typeof(InventedGraph).Assembly, resource);

    private static Product ToProduct(string[] cells) => new(cells[0], cells[1], cells[2].Split('|', StringSplitOptions.RemoveEmptyEntries), cells[3], cells[4] switch
    {
        "material" => ProductKind.Material,
        "process" => ProductKind.Process,
        "by-product" => ProductKind.ByProduct,
        "equipment" => ProductKind.Equipment,
        "service" => ProductKind.Service,
        _ => ProductKind.Product,
    });

    private static ProductLink ToLink(string[] cells) => new(cells[0], cells[1], cells[2] switch
    {
        "input-of" => LinkMeaning.InputOf,
        "by-product-of" => LinkMeaning.ByProductOf,
        "substitute-of" => LinkMeaning.SubstituteOf,
        _ => LinkMeaning.KindOf,
    });
}
