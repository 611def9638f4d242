namespace LianMeng.Engine.Calendar;

/// <summary>One record in the denominator of one rate.</summary>
internal sealed record RateRow(RateKind Kind, CaseRecord Record, bool IsMet)
{
    public static IEnumerable<RateRow> Of(IEnumerable<RatedCase> cases, WorkCalendar calendar, DateOnly from, DateOnly to, DateTimeOffset asOf)
    {
        var all = cases.ToList();
        var repeated = all.Where(one => one.RepeatOf is not null).Select(one => one.RepeatOf!.Value).ToHashSet();
        return all.SelectMany(one => OfCase(one, calendar, day => day >= from && day <= to, asOf, repeated.Contains(one.Id)));
    }

    private static IEnumerable<RateRow> OfCase(RatedCase one, WorkCalendar calendar, Predicate<DateOnly> isInPeriod, DateTimeOffset asOf, bool isRepeated)
    {
        var events = CaseClocks.InOrder(one.Events).TakeWhile(fact => fact.At <= asOf).ToList();
        var assigned = events.Where(fact => fact is { Step: CaseStep.Assigned, Task: not null }).DistinctBy(fact => fact.Task).ToList();
        foreach (var clock in new CaseReplay(one.Limits, calendar).Run(events, asOf))
        {
            // a limit in the future is in no denominator, even where the work is already done; one that waits has no limit yet
            if (clock.Limit is not { } limit || limit > asOf || clock.State == CaseClockState.Paused || !isInPeriod(WorkCalendar.DayOf(limit))) continue;
            foreach (var row in OfClock(one.Id, clock, assigned)) yield return row;
        }

        var answered = events.Find(fact => fact.Step == CaseStep.Answered && (fact.Task is null || assigned.Exists(a => a.Lead && a.Task == fact.Task)));
        if (answered is not null && isInPeriod(WorkCalendar.DayOf(answered.At)))
        {
            var task = answered.Task ?? assigned.FindLast(a => a.Lead && a.Seq < answered.Seq)?.Task;
            yield return new(RateKind.Reopened, new(one.Id, task, UnitOf(assigned, task)), events.Exists(fact => fact.Step == CaseStep.Reopened && fact.Seq > answered.Seq));
        }

        // a case that was reopened is closed when it is closed at last
        var closed = events.FindLast(fact => fact.Step is CaseStep.Closed or CaseStep.Reopened);
        if (closed is not { Step: CaseStep.Closed } || !isInPeriod(WorkCalendar.DayOf(closed.At))) yield break;
        var last = assigned.FindLast(a => a.Lead)?.Task;
        yield return new(RateKind.Repeated, new(one.Id, last, UnitOf(assigned, last)), isRepeated);
    }

    private static IEnumerable<RateRow> OfClock(Guid id, CaseClock clock, List<CaseEvent> assigned)
    {
        var record = new CaseRecord(id, clock.Task, clock.Unit, clock.Beneficiary, clock.Milestone, clock.Round);
        if (clock.Kind == CaseClockKind.Verify)
        {
            // asked and closed without a verdict is “not rated”; asked and then not waited for (reopened, withdrawn) was not asked long enough
            if (clock.State == CaseClockState.Stopped && clock.EndedBy != CaseStep.Closed) yield break;
            record = record with { Unit = UnitOf(assigned, clock.Task) };
            var isRated = clock.EndedBy == CaseStep.Rated;
            yield return new(RateKind.Rated, record, isRated);
            if (isRated) yield return new(RateKind.Satisfied, record, clock.IsSatisfied);
            yield break;
        }

        if (clock.State == CaseClockState.Stopped || clock.IsRequest) yield break;
        RateKind? kind = clock.Kind switch
        {
            CaseClockKind.Accept => RateKind.Accepted,
            CaseClockKind.Acknowledge => RateKind.Acknowledged,
            CaseClockKind.Handle or CaseClockKind.Milestone => RateKind.Answered,
            _ => null, // the secretary's ruling and the firm's own time
        };
        if (kind is { } known) yield return new(known, record, clock.State == CaseClockState.Met);
    }

    /// <summary>A unit outside one's authority is not rated: its verdicts count for the whole only.</summary>
    private static Guid? UnitOf(List<CaseEvent> assigned, Guid? task) => assigned.Find(a => a.Task == task && task is not null) is { IsRequest: false } found ? found.Unit : null;
}
