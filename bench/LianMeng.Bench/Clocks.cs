using System.Diagnostics;
using System.Globalization;
using LianMeng.Capabilities.Calendars;
using LianMeng.Engine.Calendar;

namespace LianMeng.Bench;

/// <summary>
/// The clocks of 100 000 invented cases of ten events each (a month to half a year long), replayed on one thread; against the same limits and minutes reckoned by walking
/// day by day, written straight for these ten events. Both must give the same limit and the same minutes of every case.
/// </summary>
static class Clocks
{
    static readonly Guid Task = Guid.CreateVersion7(), Unit = Guid.CreateVersion7(), Firm = Guid.CreateVersion7();

    static readonly (CaseStep Step, int Hours)[] Course =
    [
        (CaseStep.Raised, 0), (CaseStep.Accepted, 48), (CaseStep.Assigned, 8), (CaseStep.Acknowledged, 24), (CaseStep.Paused, 48),
        (CaseStep.Resumed, 400), (CaseStep.Extended, 24), (CaseStep.Answered, 1200), (CaseStep.Rated, 100), (CaseStep.Closed, 72),
    ];

    public static int Run(string[] args) => Tables.Guard(() =>
    {
        var count = Options.Numbers(args, ("--cases", 100_000))[0];
        var days = PublishedHolidays.Days;
        var calendar = new WorkCalendar(WorkHours.Default, days, PublishedHolidays.LastYear);
        var walk = new DayWalk(days);
        var cases = Invented(count);
        var asOf = new DateTimeOffset(2026, 12, 1, 9, 0, 0, WorkCalendar.Offset);
        var (ours, theirs) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < 3; round++) // in turn, the best of three
        {
            long mine = 0, other = 0;
            ours = Math.Min(ours, Seconds(() => mine = cases.Sum(events => Sum(CaseClocks.Replay(events, CaseLimits.Default, calendar, asOf)))));
            theirs = Math.Min(theirs, Seconds(() => other = cases.Sum(events => Walked(events, walk))));
            if (mine != other) throw new InvalidOperationException($"The replay comes to {mine}, the walk to {other}.");
        }

        var spans = cases.ConvertAll(events => (From: events[0].At, To: events[^1].At));
        long counted = 0, walked = 0;
        var asked = Seconds(() => counted = spans.Sum(span => (long)calendar.Minutes(span.From, span.To)));
        var walking = Seconds(() => walked = spans.Sum(span => (long)walk.Minutes(span.From.DateTime, span.To.DateTime)));
        if (counted != walked) throw new InvalidOperationException($"The calendar counts {counted} minutes, the walk {walked}.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"minutes_of_{count}_spans_ms  calendar {asked * 1000:F1}  walking day by day {walking * 1000:F1}  walk/calendar {walking / asked:F1}  same minutes"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"clocks_of_{count}_cases_s  replay {ours:F2} ({count / ours:F0} cases/s, {ours / count * 1e6:F1} us a case)  walking day by day {theirs:F2}  walk/replay {theirs / ours:F1}  same limits and minutes"));
    });

    static List<CaseEvent[]> Invented(int count)
    {
        var dice = new Random(7);
        var first = new DateTimeOffset(2024, 1, 2, 9, 0, 0, WorkCalendar.Offset);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var at = first.AddMinutes(dice.Next(900 * 1440));
            return Course.Select((one, i) =>
            {
                at = at.AddMinutes(one.Hours == 0 ? 0 : 1 + dice.Next(one.Hours * 60));
                return new CaseEvent(i + 1, at, one.Step)
                {
                    Task = one.Step is CaseStep.Raised or CaseStep.Accepted or CaseStep.Rated or CaseStep.Closed ? null : Task,
                    Unit = one.Step == CaseStep.Assigned ? Unit : null,
                    Lead = one.Step == CaseStep.Assigned,
                    Beneficiary = one.Step is CaseStep.Raised or CaseStep.Rated ? Firm : null,
                    Pause = one.Step == CaseStep.Paused ? PauseReason.Firm : null,
                    NewLimit = one.Step == CaseStep.Extended ? WorkCalendar.DayOf(at).AddDays(dice.Next(30)) : null,
                    Satisfied = one.Step == CaseStep.Rated ? true : null,
                };
            }).ToArray();
        })];
    }

    static long Sum(IReadOnlyList<CaseClock> clocks) => clocks.Sum(clock => clock.Elapsed + clock.PausedMinutes + ((clock.Limit?.ToUnixTimeSeconds() ?? 0) / 60));

    /// <summary>The same five clocks by hand for the ten events, each instant a time in China.</summary>
    static long Walked(CaseEvent[] events, DayWalk walk)
    {
        var at = Array.ConvertAll(events, one => one.At.DateTime);
        var (raised, accepted, assigned, acknowledged, paused, resumed, extended, answered, rated, closed) = (at[0], at[1], at[2], at[3], at[4], at[5], at[6], at[7], at[8], at[9]);
        var waited = walk.Minutes(paused, resumed);
        var limit = walk.Limit(assigned, 7);
        var isInTime = paused <= limit;
        if (isInTime) limit = walk.Add(limit, waited);
        if (extended <= limit && walk.CloseOf(events[6].NewLimit!.Value) is var later && later > limit) limit = later;
        return Clock(walk.Limit(raised, 2), walk.Minutes(raised, accepted))
            + Clock(walk.Limit(assigned, 1), walk.Minutes(assigned, acknowledged))
            + Clock(limit, walk.Minutes(assigned, answered) - waited) + waited
            + Clock(walk.Limit(answered, 5), walk.Minutes(answered, rated))
            + walk.Minutes(raised, closed) - waited + waited;
    }

    static long Clock(DateTime limit, int elapsed) => (new DateTimeOffset(limit, WorkCalendar.Offset).ToUnixTimeSeconds() / 60) + elapsed;

    static double Seconds(Action work)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }
}
