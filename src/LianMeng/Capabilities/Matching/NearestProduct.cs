using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Text;

namespace LianMeng.Capabilities.Matching;

/// <summary>The product of the graph whose name or alias shares most characters, pairs of them and the last one (the thing stands last) with a name that nothing knows: an offer for a synonym, which a person confirms.</summary>
public sealed class NearestProduct
{
    /// <summary>Of what both have; below it the two are most often different things.</summary>
    private const double Least = 0.6;

    private readonly List<(string Name, int Parts)> names = [];
    private readonly Dictionary<(char, char), List<int>> byPart = [];

    public NearestProduct(ProductGraph graph)
    {
        foreach (var name in graph.Products.SelectMany(p => p.Aliases.Prepend(p.Name)).Distinct(StringComparer.Ordinal))
        {
            var parts = PartsOf(name);
            foreach (var part in parts)
            {
                if (!byPart.TryGetValue(part, out var known)) byPart[part] = known = [];
                known.Add(names.Count);
            }

            names.Add((name, parts.Count));
        }
    }

    /// <returns>a name or alias of the graph; null when none is near</returns>
    public string? Of(string text)
    {
        var parts = PartsOf(text);
        var shared = new Dictionary<int, int>();
        foreach (var name in parts.SelectMany(part => byPart.GetValueOrDefault(part) ?? [])) shared[name] = shared.GetValueOrDefault(name) + 1;
        var (best, likeness) = shared.Select(s => (s.Key, 2.0 * s.Value / (parts.Count + names[s.Key].Parts))).OrderByDescending(s => s.Item2).ThenBy(s => s.Key).FirstOrDefault();
        return likeness >= Least ? names[best].Name : null;
    }

    private static HashSet<(char, char)> PartsOf(string text)
    {
        var key = ShortText.KeyOf(text);
        return [.. key.Select(c => (c, '\0')), .. key.Zip(key.Skip(1)), .. key.TakeLast(1).Select(c => ('\0', c))];
    }
}
