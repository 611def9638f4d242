using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Atlases;

/// <summary>The content of an atlas: its draft (number 0), or one published issue, which never changes.</summary>
public sealed class AtlasSheet : IDistrictOwned, IVersioned
{
    public const int SummaryLimit = 300;

    private AtlasSheet() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }
    public Guid AtlasId { get; private set; }

    /// <summary>0 the draft, 1 … the issues.</summary>
    public int Number { get; private set; }

    /// <summary><see cref="AtlasContent"/> as JSON.</summary>
    public string Content { get; private set; } = "";

    public int Nodes { get; private set; }
    public int Links { get; private set; }

    /// <summary>What changed, in the publisher's words.</summary>
    public string? Summary { get; private set; }

    public Guid? PublishedBy { get; private set; }

    /// <summary>UTC; null for the draft.</summary>
    public DateTime? PublishedAt { get; private set; }

    internal static AtlasSheet Draft(Atlas atlas, AtlasContent content)
    {
        var sheet = new AtlasSheet { Id = Guid.CreateVersion7(), DistrictId = atlas.DistrictId, AtlasId = atlas.Id };
        sheet.Replace(content);
        return sheet;
    }

    internal void Replace(AtlasContent content)
    {
        if (Number != 0) throw new InvalidOperationException("An issue is frozen.");
        (Content, Nodes, Links) = (content.ToJson(), content.Nodes.Count, content.Links.Count);
    }

    internal AtlasSheet Freeze(int number, string summary, Guid? by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(), DistrictId = DistrictId, AtlasId = AtlasId, Number = number, Content = Content, Nodes = Nodes, Links = Links, Summary = summary, PublishedBy = by, PublishedAt = now,
    };
}
