using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Text;

namespace LianMeng.Capabilities.Matching;

/// <summary>The product of the graph whose name or alias shares most pairs of characters with a name that nothing knows: an offer for a synonym, which a person confirms.</summary>
public sealed class NearestProduct
{
    /// <summary>Of the pairs of both; below it two names have little more than a common character.</summary>
    private const double Least = 0.5;

    private readonly List<(string Name, int Pairs)> names = [];
    private readonly Dictionary<(char, char), List<int>> byPair = [];

    public NearestProduct(ProductGraph graph)
    {
        foreach (var name in graph.Products.SelectMany(p => p.Aliases.Prepend(p.Name)).Distinct(StringComparer.Ordinal))
        {
            var pairs = PairsOf(name);
            foreach (var pair in pairs)
            {
                if (!byPair.TryGetValue(pair, out var known)) byPair[pair] = known = [];
                known.Add(names.Count);
            }

            names.Add((name, pairs.Count));
        }
    }

    /// <returns>a name or alias of the graph; null when none is near</returns>
    public string? Of(string text)
    {
        var pairs = PairsOf(text);
        var shared = new Dictionary<int, int>();
        foreach (var name in pairs.SelectMany(pair => byPair.GetValueOrDefault(pair) ?? [])) shared[name] = shared.GetValueOrDefault(name) + 1;
        var (best, likeness) = shared.Select(s => (s.Key, 2.0 * s.Value / (pairs.Count + names[s.Key].Pairs))).OrderByDescending(s => s.Item2).ThenBy(s => s.Key).FirstOrDefault();
        return likeness >= Least ? names[best].Name : null;
    }

    private static HashSet<(char, char)> PairsOf(string text)
    {
        var key = ShortText.KeyOf(text);
        return [.. key.Zip(key.Skip(1))];
    }
}
