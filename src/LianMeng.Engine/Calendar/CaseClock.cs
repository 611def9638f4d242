namespace LianMeng.Engine.Calendar;

/// <summary>One clock of a case, as it stands at the instant of the replay. Times are working minutes.</summary>
public sealed record CaseClock
{
    public required CaseClockKind Kind { get; init; }

    public Guid? Task { get; init; }

    /// <summary>Whose clock it is; null where it is the secretary's or the firm's.</summary>
    public Guid? Unit { get; init; }

    /// <summary>The lead's, else an assisting unit's.</summary>
    public bool Lead { get; init; }

    /// <summary>商请: reminders, no rating.</summary>
    public bool IsRequest { get; init; }

    public Guid? Beneficiary { get; init; }

    public Guid? Milestone { get; init; }

    /// <summary>1, and one more for each reopening.</summary>
    public int Round { get; init; } = 1;

    public required DateTimeOffset Start { get; init; }

    /// <summary>Null for the firm's.</summary>
    public DateTimeOffset? Limit { get; init; }

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>The step that ended it.</summary>
    public CaseStep? EndedBy { get; init; }

    public required CaseClockState State { get; init; }

    /// <summary>Verify, ended by a rating: the verdict.</summary>
    public bool IsSatisfied { get; init; }

    /// <summary>Since the start, without pauses.</summary>
    public int Elapsed { get; init; }

    public int PausedMinutes { get; init; }

    /// <summary>Up to the limit, negative beyond it; null for the firm's.</summary>
    public int? Remaining { get; init; }

    /// <summary>Elapsed of what is allowed, in whole per cent cut off; over 100 when late (at least 100 from the limit on); null for the firm's.</summary>
    public int? Percent { get; init; }

    /// <summary>暂定: the limit reaches beyond the last published calendar year.</summary>
    public bool Provisional { get; init; }
}
