namespace LianMeng.Engine.Calendar;

/// <summary>A fact of a case as its clocks read it. Only what the step needs is given; the rest stays null.</summary>
/// <param name="Seq">the ledger's number: the order in which things happened, whatever the clocks on the walls said</param>
public sealed record CaseEvent(long Seq, DateTimeOffset At, CaseStep Step)
{
    /// <summary>The task it is about. Null for <see cref="CaseStep.Paused"/> and <see cref="CaseStep.Resumed"/>: the whole case; for Extended, MilestonesSet, Answered and Reopened: the lead's.</summary>
    public Guid? Task { get; init; }

    /// <summary>Assigned: to whom.</summary>
    public Guid? Unit { get; init; }

    /// <summary>Assigned: as lead, else assisting.</summary>
    public bool Lead { get; init; }

    /// <summary>Assigned: 商请 to a body outside one's authority. Its clocks run for reminders, but are in no rate.</summary>
    public bool IsRequest { get; init; }

    /// <summary>Assigned, assisting: tasks that must be answered first.</summary>
    public IReadOnlyList<Guid> After { get; init; } = [];

    /// <summary>Raised, Joined, Left, Rated: the one who is helped.</summary>
    public Guid? Beneficiary { get; init; }

    public PauseReason? Pause { get; init; }

    /// <summary>Extended: the new last day.</summary>
    public DateOnly? NewLimit { get; init; }

    /// <summary>Sets the track from this event on (usually Accepted or Assigned); General until one is named.</summary>
    public CaseTrack? Track { get; init; }

    /// <summary>Ruled: the unit was right.</summary>
    public bool? Upheld { get; init; }

    /// <summary>Rated.</summary>
    public bool? Satisfied { get; init; }

    public IReadOnlyList<CaseMilestone>? Milestones { get; init; }

    /// <summary>MilestoneMet, or Extended for a milestone instead of the task.</summary>
    public Guid? Milestone { get; init; }

    /// <summary>Working days that this event gives instead of the usual ones: Raised (acceptance), Assigned and Reopened (handling), Answered by the lead (verification).</summary>
    public int? Days { get; init; }
}
