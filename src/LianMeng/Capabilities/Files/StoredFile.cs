using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;
using LianMeng.Shared.Text;

namespace LianMeng.Capabilities.Files;

/// <summary>附件: a file that belongs to a record of its district. Its content lies sealed in the file store and never changes.</summary>
public sealed class StoredFile : IDistrictOwned, IRemovable
{
    public const int SubjectKindLimit = 20;
    public const int SearchLimit = 400;

    private StoredFile() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }

    /// <summary>By what the store finds the content.</summary>
    public string Hash { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Lower-case name, pinyin and initials: what the search box looks through.</summary>
    public string SearchText { get; private set; } = "";

    public FileType Type { get; private set; }

    /// <summary>Bytes of the content.</summary>
    public long Size { get; private set; }

    public DateTime AddedAt { get; private set; }

    /// <summary>None when the console or the program itself did.</summary>
    public Guid? AddedBy { get; private set; }

    /// <summary>Of which kind the record is that it belongs to, see <see cref="Public.AttachmentRule.Kind"/>.</summary>
    public string SubjectKind { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    /// <summary>The firm whose space it takes, if a firm's.</summary>
    public Guid? OrganisationId { get; private set; }

    public DateTime? RemovedAt { get; private set; }

    /// <summary>Since when the sweeper finds no content for it.</summary>
    public DateTime? MissingSince { get; private set; }

    public static StoredFile Attach(string hash, string name, FileType type, long size, string subjectKind, Guid subjectId, Guid? organisationId, Guid? by, DateTime now)
    {
        var search = $"{name.ToLowerInvariant()} {Pinyin.Initials(name)} {Pinyin.Full(name)}";
        return new()
        {
            Id = Guid.CreateVersion7(),
            Hash = hash,
            Name = name,
            SearchText = search.Length <= SearchLimit ? search : search[..(char.IsHighSurrogate(search[SearchLimit - 1]) ? SearchLimit - 1 : SearchLimit)],
            Type = type,
            Size = size,
            AddedAt = now,
            AddedBy = by,
            SubjectKind = subjectKind,
            SubjectId = subjectId,
            OrganisationId = organisationId,
        };
    }

    /// <summary>The firm whose file it is turned out to be another entry of the register.</summary>
    public void Follow(Guid from, Guid to)
    {
        if (SubjectId == from) SubjectId = to;
        if (OrganisationId == from) OrganisationId = to;
    }

    public void Remove(DateTime now) => RemovedAt = now;

    /// <summary>Its content is gone, or there again (put back from a backup).</summary>
    /// <returns>whether that is news</returns>
    public bool Note(bool missing, DateTime now)
    {
        if (missing == MissingSince is not null) return false;
        MissingSince = missing ? now : null;
        return true;
    }
}
