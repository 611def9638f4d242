using System.Text.Json.Serialization;

namespace LianMeng.Shared.Ledger;

/// <summary>
/// Something that happened, stated once by the use case that made it so. Audit, timelines, notices, the search index and
/// indicators all read facts. They carry ids, never names or telephones. Kind and V never change their meaning: a changed
/// shape is a new version, and a golden JSON of each version stays in the tests.
/// </summary>
public abstract record Fact
{
    [JsonIgnore]
    public string Kind => GetType().Name;

    [JsonIgnore]
    public virtual int V => 1;

    /// <summary>The records on whose timelines it stands.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<Guid> Subjects { get; }

    /// <summary>What a person reads on a timeline.</summary>
    [JsonIgnore]
    public abstract string Words { get; }

    /// <summary>Field by field, when the fact is a change.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<FieldChange> Details => [];
}
