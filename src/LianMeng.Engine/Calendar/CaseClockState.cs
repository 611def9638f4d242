namespace LianMeng.Engine.Calendar;

/// <summary>How a clock stands.</summary>
public enum CaseClockState
{
    /// <summary>Within its limit.</summary>
    Running,

    /// <summary>Within its limit, waiting.</summary>
    Paused,

    /// <summary>Done in time (the firm's clock: closed).</summary>
    Met,

    /// <summary>The limit passed: done afterwards, taken away afterwards, or still open (no <see cref="CaseClock.End"/>). What was late stays late.</summary>
    Late,

    /// <summary>Ended within its limit without being done: taken away, withdrawn, merged.</summary>
    Stopped,
}
