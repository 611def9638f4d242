using FsCheck;
using FsCheck.Fluent;
using LianMeng.Engine.Calendar;
using static LianMeng.Tests.Engine.Calendar.TestCalendar;

namespace LianMeng.Tests.Engine.Calendar;

/// <summary>What holds of every case, however odd.</summary>
public sealed class ClockPropertyTests
{
    [Fact]
    public void The_order_of_the_list_does_not_matter_nor_a_fact_given_twice() => ForAll((seed, events) =>
    {
        var mixed = events.Concat(events.Take(seed % 5)).ToArray();
        new Random(seed).Shuffle(mixed);
        Assert.Equal(Replay(events), Replay(mixed));
    });

    [Fact]
    public void Time_only_goes_on() => ForAll((seed, events) =>
    {
        var (now, later) = (Replay(events, 100), Replay(events, 100 + (seed % 9000)));
        Assert.Equal(now.Count, later.Count);
        foreach (var (before, after) in now.Zip(later))
        {
            Assert.True(before.Elapsed >= 0 && before.PausedMinutes >= 0, $"{before}");
            Assert.True(after.Elapsed >= before.Elapsed && after.PausedMinutes >= before.PausedMinutes && !(after.Limit < before.Limit), $"{before}\n{after}");
            Assert.Equal(before.End, after.End);
            if (before.State is CaseClockState.Late or CaseClockState.Met or CaseClockState.Stopped) Assert.Equal(before.State, after.State);
        }
    });

    [Fact]
    public void As_it_stood_is_what_was_seen_then() => ForAll((_, events) =>
    {
        // a fact stands at the latest time that the ledger had seen by then
        var seen = events.Select((fact, i) => (Fact: fact, At: events.Take(i + 1).Max(earlier => earlier.At))).ToList();
        var then = seen[seen.Count / 2].At;
        Assert.Equal(CaseClocks.Replay(seen.Where(one => one.At <= then).Select(one => one.Fact), CaseLimits.Default, To2026, then), CaseClocks.AsItStood(events, CaseLimits.Default, To2026, then));
    });

    [Fact]
    public void An_extension_moves_only_its_own_limit_and_never_earlier() => ForAll((seed, events) =>
    {
        var at = events[seed % events.Count];
        var extension = new CaseEvent(at.Seq + 1, at.At, CaseStep.Extended) { Task = RandomCase.Tasks[seed % 4], NewLimit = WorkCalendar.DayOf(at.At).AddDays(seed % 30) };
        foreach (var (before, after) in Pairs(events, [extension]))
        {
            Assert.False(after.Limit < before.Limit, $"{before}\n{after}");
            if (before.Task != extension.Task || before.Kind != CaseClockKind.Handle) Assert.Equal(before, after);
        }
    });

    [Fact]
    public void A_hand_over_never_resets_the_firms_clock() => ForAll((seed, _) =>
    {
        var events = RandomCase.Of(seed, withPauses: false); // a pause of the lead would be another lead's
        var at = events[seed % events.Count];
        var firm = Firm(Replay(events, 50_000));
        CaseEvent[] handedOver = [new(at.Seq + 1, at.At, CaseStep.Dropped) { Task = RandomCase.Tasks[0] }, new(at.Seq + 2, at.At, CaseStep.Assigned) { Task = CaseHistory.Id("another"), Unit = RandomCase.Tasks[3], Lead = true }];
        var after = Firm(Replay([.. events, .. handedOver], 50_000));
        Assert.Equal(firm.Start, after.Start);
        Assert.True(after.Elapsed >= firm.Elapsed, $"{firm}\n{after}");
    });

    [Fact]
    public void A_pause_never_shortens() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var events = RandomCase.Of(seed, withPauses: false);
        var place = seed % events.Count;
        Guid? task = seed % 3 == 0 ? null : RandomCase.Tasks[seed % 4];
        var resumed = events[Math.Min(place + 1 + (seed % 3), events.Count - 1)];
        CaseEvent[] pause = [new(events[place].Seq + 1, events[place].At, CaseStep.Paused) { Task = task, Pause = (PauseReason)(seed % 3) }, new(resumed.Seq + 2, resumed.At, CaseStep.Resumed) { Task = task }];
        foreach (var (before, after) in Pairs(events, pause))
        {
            Assert.False(after.Limit < before.Limit, $"{before}\n{after}");
            Assert.True(after.Elapsed <= before.Elapsed, $"{before}\n{after}");
            if (before.State != CaseClockState.Late) Assert.NotEqual(CaseClockState.Late, after.State);
        }
    }));

    [Fact]
    public void Rates_count_no_record_twice_and_nothing_that_is_not_due() => ForAll((seed, events) =>
    {
        var asOf = events[^1].At.AddDays(seed % 30);
        var one = new RatedCase(CaseHistory.Id("one"), events, CaseLimits.Default);
        var rates = CaseRates.Of([one], To2026, new(2026, 1, 1), new(2027, 12, 31), asOf);
        foreach (var rate in new[] { rates.Accepted, rates.Acknowledged, rates.Answered, rates.Rated, rates.Satisfied, rates.Reopened, rates.Repeated })
        {
            Assert.Equal(rate.Of.Count, rate.Of.Distinct().Count());
            Assert.Subset(rate.Of.ToHashSet(), rate.Met.ToHashSet());
        }

        Assert.Equal(rates.Rated.Met, rates.Satisfied.Of);
        Assert.True(CaseRates.ByUnit([one], To2026, new(2026, 1, 1), new(2027, 12, 31), asOf).Values.Sum(unit => unit.Answered.Denominator) == rates.Answered.Denominator);
    });

    private static void ForAll(Action<int, List<CaseEvent>> property)
        => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => property(seed, RandomCase.Of(seed))));

    private static IReadOnlyList<CaseClock> Replay(IReadOnlyCollection<CaseEvent> events, int minutesLater = 0)
        => CaseClocks.Replay(events, CaseLimits.Default, To2026, events.Max(fact => fact.At).AddMinutes(minutesLater));

    private static CaseClock Firm(IEnumerable<CaseClock> clocks) => clocks.Single(clock => clock.Kind == CaseClockKind.Firm);

    /// <summary>Each clock without and with further facts; none of the two appears or goes by them.</summary>
    private static IEnumerable<(CaseClock Before, CaseClock After)> Pairs(List<CaseEvent> events, CaseEvent[] more)
    {
        var (before, after) = (Replay(events, 500), Replay([.. events, .. more], 500));
        Assert.Equal(before.Count, after.Count);
        return before.Zip(after);
    }
}
