using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;
using LianMeng.Shared.Text;

namespace LianMeng.Capabilities.Atlases;

/// <summary>图谱 of a chain: a draft that is worked on, and published issues that never change.</summary>
public sealed class Atlas : IDistrictOwned, IVersioned, IRemovable
{
    public const int TitleLimit = 60, NoteLimit = 1000;

    private Atlas() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }

    /// <summary>Key of the chain's backbone.</summary>
    public string ChainKey { get; private set; } = "";

    public string Title { get; private set; } = "";
    public string SortKey { get; private set; } = "";

    /// <summary>What it is for, where its content comes from.</summary>
    public string? Note { get; private set; }

    /// <summary>Number of the latest published issue; 0 while there is none.</summary>
    public int Issue { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>Products and links of the draft.</summary>
    public int Nodes { get; private set; }
    public int Links { get; private set; }

    /// <summary>UTC: when the draft changed last.</summary>
    public DateTime UpdatedAt { get; private set; }

    public DateTime? RemovedAt { get; private set; }

    /// <returns>the atlas and its draft</returns>
    internal static (Atlas Atlas, AtlasSheet Draft) Begin(Guid districtId, string chainKey, string title, string? note, AtlasContent content, DateTime now)
    {
        var atlas = new Atlas { Id = Guid.CreateVersion7(), DistrictId = districtId, ChainKey = chainKey };
        atlas.Say(title, note);
        var draft = AtlasSheet.Draft(atlas, content);
        atlas.Follow(content, now);
        return (atlas, draft);
    }

    internal IReadOnlyList<FieldChange> Change(string title, string? note)
    {
        var changes = new List<FieldChange>();
        if (title != Title) changes.Add(new("名称", Title, title));
        if ((note ?? "") != (Note ?? "")) changes.Add(new("说明", Note, note));
        if (changes.Count > 0) Say(title, note);
        return changes;
    }

    /// <summary>The draft is replaced.</summary>
    internal void Replace(AtlasSheet draft, AtlasContent content, DateTime now)
    {
        draft.Replace(content);
        Follow(content, now);
    }

    /// <summary>The draft as it stands becomes the next issue.</summary>
    internal AtlasSheet Publish(AtlasSheet draft, string summary, Guid? by, DateTime now)
    {
        (Issue, PublishedAt) = (Issue + 1, now);
        return draft.Freeze(Issue, summary, by, now);
    }

    internal void Remove(DateTime now) => RemovedAt = now;

    private void Follow(AtlasContent content, DateTime now) => (Nodes, Links, UpdatedAt) = (content.Nodes.Count, content.Links.Count, now);

    private void Say(string title, string? note) => (Title, Note, SortKey) = (title, note, Pinyin.SortKey(title));
}
