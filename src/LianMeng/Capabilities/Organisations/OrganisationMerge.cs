using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Organisations;

/// <summary>合并: two entries of one firm became one. It keeps what is needed to undo it for good; the merged entry itself stays as it was, out of sight.</summary>
public sealed class OrganisationMerge : IDistrictOwned, IVersioned
{
    private OrganisationMerge() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }

    /// <summary>The entry that stays.</summary>
    public Guid SurvivorId { get; private set; }

    /// <summary>The entry that is out of sight.</summary>
    public Guid MergedId { get; private set; }

    /// <summary>What it was called, for those who come to its page.</summary>
    public string MergedName { get; private set; } = "";

    /// <summary>JSON: the columns of the survivor before and after, see <see cref="MergeRecord"/>.</summary>
    public string Kept { get; private set; } = "";

    public DateTime At { get; private set; }

    /// <summary>None for the console.</summary>
    public Guid? By { get; private set; }

    public DateTime? UndoneAt { get; private set; }
    public Guid? UndoneBy { get; private set; }

    public bool IsUndone => UndoneAt is not null;

    internal static OrganisationMerge Of(Organisation survivor, Organisation merged, Guid? by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        DistrictId = survivor.DistrictId,
        SurvivorId = survivor.Id,
        MergedId = merged.Id,
        MergedName = merged.Name,
        By = by,
        At = now,
    };

    internal void Keep(MergeRecord record) => Kept = record.ToText();

    internal void Undo(Guid? by, DateTime now) => (UndoneAt, UndoneBy) = (now, by);
}
