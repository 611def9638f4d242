using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>What came of a row of an analysis: somebody sees to it, and the row says how it stands in every issue.</summary>
public sealed class AtlasTask : IDistrictOwned, IVersioned
{
    public const int TitleLimit = 300, NoteLimit = 1000, ResultLimit = 1000, ProductLimit = AtlasNode.KeyLimit;

    private AtlasTask() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }
    public Guid AtlasId { get; private set; }
    public AtlasAnalysisKind Analysis { get; private set; }

    /// <summary><see cref="AtlasRow.Key"/>.</summary>
    public string RowKey { get; private set; } = "";

    public AtlasTaskAction Action { get; private set; }

    /// <summary>Key of the product it is about; null where it is about a firm alone.</summary>
    public string? Product { get; private set; }

    /// <summary>Names and no figures: whoever sees the task reads it.</summary>
    public string Title { get; private set; } = "";

    public string? Note { get; private set; }

    /// <summary>The organisation that sees to it.</summary>
    public Guid? OwnerOrganisationId { get; private set; }

    /// <summary>The person who sees to it; with neither it is the district's officers.</summary>
    public Guid? OwnerId { get; private set; }

    public DateOnly? Deadline { get; private set; }
    public AtlasTaskState State { get; private set; }

    /// <summary>What came of it, or why it was dropped.</summary>
    public string? Result { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; private set; }

    public Guid? StartedBy { get; private set; }

    /// <summary>The firm that asked for it of its own row.</summary>
    public Guid? StartedByOrganisationId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? ClosedAt { get; private set; }

    public Guid? ClosedBy { get; private set; }

    /// <param name="firm">the firm that asks for it; null for officers</param>
    internal static AtlasTask Start(Atlas atlas, AtlasRow row, AtlasTaskAction action, string title, string? note, Guid? ownerOrganisation, Guid? owner, DateOnly? deadline, Guid? by, Guid? firm, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(), DistrictId = atlas.DistrictId, AtlasId = atlas.Id, Analysis = row.Analysis, RowKey = row.Key, Action = action, Product = row.Product,
        Title = title.Length <= TitleLimit ? title : title[..(TitleLimit - 1)] + "…", Note = note, OwnerOrganisationId = ownerOrganisation, OwnerId = owner, Deadline = deadline,
        State = AtlasTaskState.Open, StartedAt = now, StartedBy = by, StartedByOrganisationId = firm,
    };

    public bool IsOverdue(DateOnly today) => State == AtlasTaskState.Open && Deadline < today;

    /// <summary>null when it may stand</summary>
    internal static string? DeadlineProblem(DateOnly? deadline, DateOnly today)
        => deadline < today.AddYears(-1) || deadline > today.AddYears(5) ? "期限应在近一年至今后五年之间，请核对。" : null;

    /// <summary>Others see to it, or by another day.</summary>
    /// <returns>false where all is as it was</returns>
    internal bool Reassign(Guid? ownerOrganisation, Guid? owner, DateOnly? deadline)
    {
        if ((OwnerOrganisationId, OwnerId, Deadline) == (ownerOrganisation, owner, deadline)) return false;
        (OwnerOrganisationId, OwnerId, Deadline) = (ownerOrganisation, owner, deadline);
        return true;
    }

    /// <returns>why not, or null when it was done</returns>
    internal string? Move(AtlasTaskStep step, string text, Guid? by, DateTime now)
    {
        if (step == AtlasTaskStep.Reopen)
        {
            if (State == AtlasTaskState.Open) return "这项任务正在办理，不用重新办理。";
            (State, Result, ClosedAt, ClosedBy) = (AtlasTaskState.Open, text, null, null);
            return null;
        }

        if (State != AtlasTaskState.Open) return "这项任务已经办结或放弃；如还要办，请先重新办理。";
        (State, Result, ClosedAt, ClosedBy) = (step == AtlasTaskStep.Finish ? AtlasTaskState.Done : AtlasTaskState.Dropped, text, now, by);
        return null;
    }

    /// <summary>A firm turned out to be another: what is its stays its, and the row is found again.</summary>
    internal void Follow(Guid from, Guid to, bool withRow)
    {
        if (OwnerOrganisationId == from) OwnerOrganisationId = to;
        if (StartedByOrganisationId == from) StartedByOrganisationId = to;
        if (withRow) RowKey = RowKeyAfter(from, to);
    }

    internal string RowKeyAfter(Guid from, Guid to) => RowKey.Replace(from.ToString("N"), to.ToString("N"), StringComparison.Ordinal);
}
