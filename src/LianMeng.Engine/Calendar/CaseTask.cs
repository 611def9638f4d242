namespace LianMeng.Engine.Calendar;

/// <summary>A task while the facts are read.</summary>
internal sealed class CaseTask(CaseEvent assigned)
{
    public CaseEvent Assigned { get; } = assigned;

    public Guid Id { get; } = assigned.Task ?? Guid.Empty;

    /// <summary>Answered at least once, or taken away: what waits for it may begin.</summary>
    public bool HoldsNobody { get; set; }

    public bool IsOver { get; set; }

    public PauseReason? Pause { get; set; }

    /// <summary>0 until its clock of handling starts.</summary>
    public int Round { get; set; }

    public RunningClock? Handle { get; set; }

    /// <summary>An extension given before the clock starts.</summary>
    public DateOnly? NotBefore { get; set; }
}
