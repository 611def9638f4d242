namespace LianMeng.Engine.Calendar;

/// <summary>The clocks of a case, replayed from its facts; nothing is counted up and stored.</summary>
/// <remarks>
/// Decided where the design is silent, for the firm:
/// <list type="bullet">
/// <item>Facts count in the ledger's order; a time that lies before the one of the fact before it (a clock on the wall was set back) is taken as that one's. A fact given twice counts once.</item>
/// <item>What was late stays late: neither a pause nor an extension that begins after the limit moves it, and a task taken away, a case merged or withdrawn after a limit leaves that clock late.</item>
/// <item>A pause of the firm's kind stops the firm's clock when the whole case or the lead waits; while only an assisting unit waits for the firm, the others still owe it something. Verification does not stop it either.</item>
/// <item>The time of a dispute is the unit's: its clock runs on, and a dispute answers the duty to acknowledge. 提请 ends the secretary's clock of ruling.</item>
/// <item>The lead's answer ends every pause; a reopening too. An answer given before its turn, or without acknowledging, is both in time.</item>
/// <item>A prerequisite that is taken away, or was never assigned, holds nobody.</item>
/// <item>Milestones belong to the lead that promised them: they end when it answers or is replaced, and the next lead owes its own within its full limit. A due day or a new date that is a day off means the next working day's close.</item>
/// <item>Beneficiaries who were satisfied are not asked again; the others are, with a full limit, after each answer. Ratings missing when a case is reopened are no longer waited for.</item>
/// <item>A case closed and reopened was never closed for the firm: its clock has gone on. A refused case that is accepted after all, likewise.</item>
/// <item>What is stated of a merged case before the merge is undone is left out: it happens to the other case. A merged case's time is the other case's for the firm too; when the merge is undone, the firm's clock has gone on all the time, the units' have waited.</item>
/// </list>
/// </remarks>
public static class CaseClocks
{
    /// <summary>All clocks that ever started, at an instant. No fact is left out: where the last one is later than the instant (the wall's clock was set back), the last one's time is taken.</summary>
    public static IReadOnlyList<CaseClock> Replay(IEnumerable<CaseEvent> events, CaseLimits limits, WorkCalendar calendar, DateTimeOffset asOf)
        => new CaseReplay(limits, calendar).Run(InOrder(events), asOf);

    /// <summary>As the clocks stood at an earlier instant: later facts are left out.</summary>
    public static IReadOnlyList<CaseClock> AsItStood(IEnumerable<CaseEvent> events, CaseLimits limits, WorkCalendar calendar, DateTimeOffset then)
        => new CaseReplay(limits, calendar).Run([.. InOrder(events).TakeWhile(fact => fact.At <= then)], then);

    /// <summary>The earliest limit of the clocks that run, late ones too; null when none runs (a paused one does not). For boards.</summary>
    public static DateTimeOffset? NextLimit(IEnumerable<CaseClock> clocks)
        => clocks.Where(clock => clock.End is null && clock.State != CaseClockState.Paused).Min(clock => clock.Limit);

    /// <summary>By the ledger's number, each once, with times that never fall.</summary>
    internal static IReadOnlyList<CaseEvent> InOrder(IEnumerable<CaseEvent> events)
    {
        if (events is IReadOnlyList<CaseEvent> list && IsInOrder(list)) return list; // as the ledger gives them
        var ordered = events.ToArray();
        Array.Sort(ordered, static (a, b) => a.Seq.CompareTo(b.Seq));
        var kept = new List<CaseEvent>(ordered.Length);
        foreach (var fact in ordered)
        {
            if (kept.Count > 0 && kept[^1].Seq == fact.Seq) continue;
            kept.Add(kept.Count > 0 && kept[^1].At > fact.At ? fact with { At = kept[^1].At } : fact);
        }

        return kept;
    }

    private static bool IsInOrder(IReadOnlyList<CaseEvent> events)
    {
        for (var i = 1; i < events.Count; i++)
        {
            if (events[i - 1].Seq >= events[i].Seq || events[i - 1].At > events[i].At) return false;
        }

        return true;
    }
}
