using System.Text.Json;
using LianMeng.Shared.UseCases;

namespace LianMeng.Shared.Ledger;

/// <summary>Kind → type of every fact of the program, to read stored facts back.</summary>
public static class FactCatalogue
{
    private static readonly Dictionary<string, Type> Types = typeof(Fact).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Fact)) && !t.IsAbstract)
        .ToDictionary(t => t.Name, StringComparer.Ordinal);

    public static IReadOnlyCollection<Type> All => Types.Values;

    /// <summary>The fact as it was stated, or null when its payload was erased or its kind is of a newer program.</summary>
    public static Fact? Read(string kind, string? json)
        => json is not null && Types.TryGetValue(kind, out var type) ? (Fact?)JsonSerializer.Deserialize(json, type, Json.Options) : null;
}
