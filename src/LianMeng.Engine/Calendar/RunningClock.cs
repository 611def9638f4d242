namespace LianMeng.Engine.Calendar;

/// <summary>A clock while the facts are read: it starts, waits, is extended and ends once.</summary>
internal sealed class RunningClock(WorkCalendar calendar, CaseClock face)
{
    private DateTimeOffset? waitsSince;
    private bool isInTimeWait;
    private int paused;
    private int allowedPause; // the part that moved the limit: what began in time

    public CaseClock Face { get; } = face;

    public DateTimeOffset? Limit { get; private set; } = face.Limit;

    public DateTimeOffset? End { get; private set; }

    private CaseStep? EndedBy { get; set; }

    private CaseClockState Ending { get; set; }

    public bool IsSatisfied { get; set; }

    public bool Is(CaseClockKind kind) => Face.Kind == kind;

    /// <summary>A pause that begins in time moves the limit later by its working minutes; one that begins too late only stops the counting.</summary>
    public void Wait(bool waits, DateTimeOffset at)
    {
        if (waits == waitsSince is not null) return;
        if (waits) (waitsSince, isInTimeWait) = (at, at <= Limit);
        else
        {
            Settle(at);
            waitsSince = null;
        }
    }

    /// <summary>Never earlier, and nothing late is made good.</summary>
    public void Extend(DateOnly day, DateTimeOffset at)
    {
        Settle(at);
        if (!IsLate(at) && calendar.CloseOf(day) is var later && later > Limit) Limit = later;
    }

    public void Finish(DateTimeOffset at, CaseStep by, bool isDone)
    {
        if (End is not null) return;
        Settle(at);
        Ending = IsLate(at) ? CaseClockState.Late : isDone ? CaseClockState.Met : CaseClockState.Stopped;
        (End, EndedBy, waitsSince) = (at, by, null);
    }

    /// <summary>The firm's clock after a reopening: as if it had never been closed.</summary>
    public void GoOn() => (End, EndedBy) = (null, null);

    public CaseClock At(DateTimeOffset asOf)
    {
        var until = End ?? asOf;
        Settle(until);
        var elapsed = calendar.Minutes(Face.Start, until) - paused;
        var state = State(asOf);
        var allowed = Limit is { } limit ? calendar.Minutes(Face.Start, limit) - allowedPause : 0;
        var percent = allowed <= 0 ? 100 : (int)Math.Min(elapsed * 100L / allowed, int.MaxValue);
        return Face with
        {
            Limit = Limit,
            End = End,
            EndedBy = EndedBy,
            IsSatisfied = IsSatisfied,
            State = state,
            Elapsed = elapsed,
            PausedMinutes = paused,
            Remaining = Limit is null ? null : allowed - elapsed,
            Percent = Limit is null ? null : state == CaseClockState.Late ? Math.Max(100, percent) : percent,
            Provisional = Limit is { } last && calendar.IsProvisional(last),
        };
    }

    private CaseClockState State(DateTimeOffset asOf) => End is not null ? Ending
        : IsLate(asOf) ? CaseClockState.Late
        : waitsSince is not null ? CaseClockState.Paused
        : CaseClockState.Running;

    /// <summary>What waits since before its limit is not late, even if no working minute has moved the limit yet.</summary>
    private bool IsLate(DateTimeOffset at) => at > Limit && !(waitsSince is not null && isInTimeWait);

    private void Settle(DateTimeOffset at)
    {
        if (waitsSince is not { } since || at <= since) return;
        var minutes = calendar.Minutes(since, at);
        paused += minutes;
        waitsSince = at;
        if (!isInTimeWait || Limit is not { } limit) return;
        allowedPause += minutes;
        Limit = calendar.Add(limit, minutes);
    }
}
