using System.Text.Json;
using LianMeng.Shared.Data;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace LianMeng.Capabilities.Organisations;

/// <summary>The columns of a row as JSON, to compare it later with what it was and to put it back. It follows the model: a new column is kept without a word here.</summary>
internal static class MergeColumns
{
    private static readonly string[] NotKept = ["Id", "DistrictId", "OrganisationId", nameof(IVersioned.Version)];

    public static Dictionary<string, JsonElement> Of(EntityEntry entry) => entry.Properties.Where(p => !NotKept.Contains(p.Metadata.Name))
        .ToDictionary(p => p.Metadata.Name, p => ToJson(p.CurrentValue), StringComparer.Ordinal);

    /// <summary>Sets every column that is still as the merge left it back to what it was.</summary>
    public static void Restore(EntityEntry entry, Dictionary<string, JsonElement> before, Dictionary<string, JsonElement> after)
    {
        foreach (var (name, was) in before)
        {
            if (entry.Metadata.FindProperty(name) is null || !after.TryGetValue(name, out var left)) continue;
            var property = entry.Property(name);
            if (IsSame(ToJson(property.CurrentValue), left) && !IsSame(left, was)) property.CurrentValue = was.Deserialize(property.Metadata.ClrType, Json.Options);
        }
    }

    public static bool AreSame(Dictionary<string, JsonElement> now, Dictionary<string, JsonElement> then) => then.All(column => !now.TryGetValue(column.Key, out var value) || IsSame(value, column.Value));

    // databases keep microseconds and trailing zeros as they like
    private static JsonElement ToJson(object? value) => JsonSerializer.SerializeToElement(value switch
    {
        DateTime time => new DateTime(time.Ticks - time.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc),
        decimal number => number / 1.0000000000000000000000000000m,
        _ => value,
    }, Json.Options);

    private static bool IsSame(JsonElement a, JsonElement b) => a.GetRawText() == b.GetRawText();
}
