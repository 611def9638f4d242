namespace LianMeng.Engine.Calendar;

/// <summary>The clocks of a case, replayed from its facts; nothing is counted up and stored.</summary>
public static class CaseClocks
{
    /// <summary>All clocks that ever started, at an instant. No event is left out: where the last fact is later than the instant (a clock on the wall was set back), the last fact's is taken.</summary>
    public static IReadOnlyList<CaseClock> Replay(IEnumerable<CaseEvent> events, CaseLimits limits, WorkCalendar calendar, DateTimeOffset asOf) => throw new NotImplementedException();

    /// <summary>As the clocks stood at an earlier instant: later facts are left out.</summary>
    public static IReadOnlyList<CaseClock> AsItStood(IEnumerable<CaseEvent> events, CaseLimits limits, WorkCalendar calendar, DateTimeOffset then) => throw new NotImplementedException();

    /// <summary>The earliest limit of the clocks that run, late ones too; null when none runs (a paused one does not). For boards.</summary>
    public static DateTimeOffset? NextLimit(IEnumerable<CaseClock> clocks) => throw new NotImplementedException();
}
