using System.Collections.Concurrent;
using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Standards;

namespace LianMeng.Capabilities.Chains.Public;

/// <summary>
/// All chains of the program, from its own resources, read once. A broken resource stops the start and names the file and
/// the row: half a chain would be read as gaps. The product graph is one over all chains.
/// </summary>
public sealed class ChainBackbones
{
    /// <summary>Firms of a city name some ten thousand products; beyond that the oldest answers are not worth their room.</summary>
    private const int MostRemembered = 50_000;

    private readonly ConcurrentDictionary<string, IReadOnlyList<Product>> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ChainBackbone> byKey;
    private readonly PhraseReader phrases;
    private int remembered;

    public ChainBackbones()
        : this(resource => TsvResource.Read(typeof(ChainBackbones).Assembly, resource))
    {
    }

    /// <param name="read">the rows of a resource by its file name</param>
    /// <exception cref="InvalidDataException">A resource says what cannot be; the message names file and row.</exception>
    internal ChainBackbones(Func<string, IEnumerable<string[]>> read)
    {
        (All, Graph) = new BackboneLoader(read).Load();
        byKey = All.ToDictionary(c => c.Key, StringComparer.Ordinal);
        phrases = new PhraseReader(Graph);
    }

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyList<ChainBackbone> All { get; }

    /// <summary>All products and links of all chains.</summary>
    public ProductGraph Graph { get; }

    public ChainBackbone? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The chain that brings the product in; others may have it placed on a lane.</summary>
    public ChainBackbone HomeOf(string productKey) => All.First(c => c.Owns(productKey));

    /// <summary>
    /// The products that a firm's own words stand for: the product of that name or alias, else those that the words mention.
    /// Of names that stand side by side only the last counts (电动自行车铝合金车架 is a frame), unless the earlier is a kind of it.
    /// </summary>
    public IReadOnlyList<Product> ProductsNamed(string text)
    {
        if (named.TryGetValue(text, out var known)) return known;
        var products = phrases.Read(text);
        if (Interlocked.Increment(ref remembered) > MostRemembered)
        {
            named.Clear();
            Interlocked.Exchange(ref remembered, 0);
        }

        named[text] = products;
        return products;
    }
}
