using System.Text.Json;
using System.Text.Json.Serialization;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>
/// Where each single detail of an organisation comes from. Kept as one small JSON text beside the row, grouped by origin, because most details
/// come together: <c>[{"s":"Roster","t":"…","b":"…","f":["Address","Staff"]}]</c>.
/// </summary>
public sealed class FieldOrigins
{
    private readonly Dictionary<OrganisationField, Origin> origins = [];

    private sealed record Group([property: JsonPropertyName("s")] DataSource Source, [property: JsonPropertyName("t")] DateTime At,
        [property: JsonPropertyName("b")] Guid? By, [property: JsonPropertyName("f")] IReadOnlyList<OrganisationField> Fields);

    public static FieldOrigins Parse(string? text)
    {
        var parsed = new FieldOrigins();
        if (text is null) return parsed;
        foreach (var group in JsonSerializer.Deserialize<List<Group>>(text, Json.Options)!)
            foreach (var field in group.Fields) parsed.origins[field] = new(group.Source, group.At, group.By);
        return parsed;
    }

    public Origin? this[OrganisationField field] => origins.GetValueOrDefault(field);

    public void Set(IEnumerable<OrganisationField> fields, Origin origin)
    {
        foreach (var field in fields) origins[field] = origin;
    }

    /// <summary>What is empty has no origin.</summary>
    public void Keep(IReadOnlyCollection<OrganisationField> filled)
    {
        foreach (var gone in origins.Keys.Where(f => !filled.Contains(f)).ToList()) origins.Remove(gone);
    }

    /// <summary>When the oldest of them was entered (UTC); null when there is none.</summary>
    public DateTime? Oldest => origins.Count == 0 ? null : origins.Values.Min(o => o.At);

    public string? ToText() => origins.Count == 0 ? null
        : JsonSerializer.Serialize(origins.GroupBy(o => o.Value, o => o.Key).Select(g => new Group(g.Key.Source, g.Key.At, g.Key.By, [.. g.Order()])), Json.Options);
}
