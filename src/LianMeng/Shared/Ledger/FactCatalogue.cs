using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LianMeng.Shared.UseCases;

namespace LianMeng.Shared.Ledger;

/// <summary>Kind → type of every fact of the program, to read stored facts back.</summary>
public static class FactCatalogue
{
    private static readonly Dictionary<string, Type> Types = typeof(Fact).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Fact)) && !t.IsAbstract)
        .ToDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>What a fact says of itself (words, subjects) is made anew when it is read; stored is only what happened.</summary>
    private static readonly string[] Said = [nameof(Fact.Kind), nameof(Fact.V), nameof(Fact.Subjects), nameof(Fact.Words), nameof(Fact.Details)];

    private static readonly JsonSerializerOptions Payload = new(Json.Options)
    {
        // JsonIgnore of an abstract property does not reach the overriding ones.
        TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers =
            {
                type =>
                {
                    if (!type.Type.IsSubclassOf(typeof(Fact))) return;
                    foreach (var property in type.Properties.Where(p => p.AttributeProvider is PropertyInfo { Name: var name } && Said.Contains(name)).ToList()) type.Properties.Remove(property);
                },
            },
        },
    };

    public static IReadOnlyCollection<Type> All => Types.Values;

    /// <summary>The payload of a fact as the ledger keeps it.</summary>
    public static string Write(Fact fact) => JsonSerializer.Serialize(fact, fact.GetType(), Payload);

    /// <summary>The fact as it was stated, or null when its payload was erased or its kind is of a newer program.</summary>
    public static Fact? Read(string kind, string? json)
        => json is not null && Types.TryGetValue(kind, out var type) ? (Fact?)JsonSerializer.Deserialize(json, type, Payload) : null;
}
