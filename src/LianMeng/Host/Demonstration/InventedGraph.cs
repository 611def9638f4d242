using LianMeng.Capabilities.Chains.Public;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Host.Demonstration;

/// <summary>What inventing asks of the chains: what goes into a product, what is left over, what a line stands for.</summary>
internal sealed class InventedGraph(ChainBackbones chains)
{
    public ProductGraph Graph => chains.Graph;

    public IReadOnlyDictionary<string, string> ChainTitles { get; } = chains.All.ToDictionary(c => c.Key, c => c.Title, StringComparer.Ordinal);

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
}
