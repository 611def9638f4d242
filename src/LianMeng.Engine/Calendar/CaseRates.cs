namespace LianMeng.Engine.Calendar;

/// <summary>
/// The rates of a period. What has a limit belongs to the day of its limit and counts from that day on, done early or not (a limit not yet reached is in no denominator);
/// what ended within its limit without being done (taken away, withdrawn, merged) and what was only requested (商请) is in none.
/// </summary>
public sealed record CaseRates
{
    /// <summary>受理及时率: acceptances due.</summary>
    public required CaseRate Accepted { get; init; }

    /// <summary>签收及时率: acknowledgements due; a dispute in time is one.</summary>
    public required CaseRate Acknowledged { get; init; }

    /// <summary>按期答复率: tasks and milestones due.</summary>
    public required CaseRate Answered { get; init; }

    /// <summary>评价率: of the beneficiaries asked, whose time to answer is over, those who rated. Silence is “not rated”.</summary>
    public required CaseRate Rated { get; init; }

    /// <summary>满意率: of those who rated, the satisfied. One asked again after a reopening counts again, so a mended verdict does not wipe out the first.</summary>
    public required CaseRate Satisfied { get; init; }

    /// <summary>重办率: of the cases first answered in the period, those that were reopened.</summary>
    public required CaseRate Reopened { get; init; }

    /// <summary>重复率: of the cases closed in the period, those whose problem was raised again.</summary>
    public required CaseRate Repeated { get; init; }

    /// <summary>Of a period, both days included, as it stood at an instant.</summary>
    /// <param name="unit">only what this unit did: its acknowledgements and answers, and the verdicts on cases it led. Acceptance is nobody's unit and empty then.</param>
    public static CaseRates Of(IEnumerable<RatedCase> cases, WorkCalendar calendar, DateOnly from, DateOnly to, DateTimeOffset asOf, Guid? unit = null)
        => Count(RateRow.Of(cases, calendar, from, to, asOf).Where(row => unit is null || row.Record.Unit == unit));

    /// <summary>The same for every unit that has any.</summary>
    public static IReadOnlyDictionary<Guid, CaseRates> ByUnit(IEnumerable<RatedCase> cases, WorkCalendar calendar, DateOnly from, DateOnly to, DateTimeOffset asOf)
        => RateRow.Of(cases, calendar, from, to, asOf).Where(row => row.Record.Unit is not null).GroupBy(row => row.Record.Unit!.Value).ToDictionary(rows => rows.Key, Count);

    private static CaseRates Count(IEnumerable<RateRow> rows)
    {
        var by = rows.ToLookup(row => row.Kind);
        return new()
        {
            Accepted = Rate(by[RateKind.Accepted]),
            Acknowledged = Rate(by[RateKind.Acknowledged]),
            Answered = Rate(by[RateKind.Answered]),
            Rated = Rate(by[RateKind.Rated]),
            Satisfied = Rate(by[RateKind.Satisfied]),
            Reopened = Rate(by[RateKind.Reopened]),
            Repeated = Rate(by[RateKind.Repeated]),
        };
    }

    private static CaseRate Rate(IEnumerable<RateRow> rows)
    {
        var all = rows.ToList();
        return new([.. all.Select(row => row.Record)], [.. all.Where(row => row.IsMet).Select(row => row.Record)]);
    }
}
