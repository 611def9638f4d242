using System.Text.Json;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>What a merge changed, exact enough to take it back: whatever is still as the merge left it goes back, the rest stays.</summary>
internal sealed record MergeRecord
{
    /// <summary>Columns of the survivor before the merge, by name.</summary>
    public Dictionary<string, JsonElement> Before { get; init; } = [];

    /// <summary>The same columns after it.</summary>
    public Dictionary<string, JsonElement> After { get; init; } = [];

    /// <summary>Which side was chosen, by field.</summary>
    public Dictionary<string, string> Choices { get; init; } = [];

    /// <summary>Lines that the survivor got a copy of: the copy's id, and its columns.</summary>
    public List<Line> Lines { get; init; } = [];

    /// <summary>Former names and codes that the survivor got.</summary>
    public List<Guid> Formers { get; init; } = [];

    /// <summary>Rows of other capabilities that went over, by rule.</summary>
    public Dictionary<string, IReadOnlyList<Guid>> Moved { get; init; } = [];

    /// <summary>Whether other districts knew the merged entry.</summary>
    public bool WasPublished { get; init; }

    /// <param name="Type">name of the entity</param>
    public sealed record Line(string Type, Guid Id, Dictionary<string, JsonElement> Columns);

    public string ToText() => JsonSerializer.Serialize(this, Json.Options);

    public static MergeRecord Read(string text) => JsonSerializer.Deserialize<MergeRecord>(text, Json.Options)!;
}
