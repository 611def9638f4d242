using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>Which products of a content firms' words stand for, read once and kept as long as the content is: the same words come with every question.</summary>
public sealed class WordPlaces
{
    private const int MostKept = 200_000;

    private readonly ConditionalWeakTable<AtlasGraph, ConcurrentDictionary<string, string[]>> known = [];

    /// <summary>Keys of the products.</summary>
    internal IReadOnlyList<string> Of(AtlasGraph graph, string words)
    {
        var places = known.GetValue(graph, _ => new(StringComparer.Ordinal));
        if (places.TryGetValue(words, out var keys)) return keys;
        // Cleared whole: what is in use comes back with the next question.
        if (places.Count >= MostKept) places.Clear();
        return places[words] = [.. graph.Named(words).Select(product => product.Key)];
    }
}
