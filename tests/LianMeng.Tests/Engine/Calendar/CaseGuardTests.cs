using LianMeng.Engine.Calendar;
using static LianMeng.Tests.Engine.Calendar.CaseHistory;
using static LianMeng.Tests.Engine.Calendar.TestCalendar;

namespace LianMeng.Tests.Engine.Calendar;

public sealed class CaseGuardTests
{
    private static readonly Guid Unit = Id("unit");

    [Fact]
    public void Five_answers_in_the_last_hour_are_a_burst_and_four_are_none()
    {
        // 17:00 to 17:40, limit 18:00 of the day; the one at 16:30 is more than an hour before it
        var answers = new[] { "16:30", "17:00", "17:10", "17:20", "17:30", "17:40" }.Select((time, i) => Answer(i, $"2026-11-23T{time}", "2026-11-23T18:00")).ToList();
        var mark = Assert.Single(CaseGuards.Bursts(answers, To2026));
        Assert.Equal((CaseMarkKind.Burst, Unit, 5), (mark.Kind, mark.Who, mark.Records.Count));
        Assert.Empty(CaseGuards.Bursts(answers.Take(5), To2026));
        // late answers are late and no burst before a limit
        Assert.Empty(CaseGuards.Bursts(answers.Select(a => a with { Limit = At("2026-11-23T16:00") }), To2026));
        // an hour of working time over a weekend is still an hour
        Assert.Single(CaseGuards.Bursts(Enumerable.Range(0, 5).Select(i => Answer(i, i < 3 ? "2026-11-20T17:55" : "2026-11-23T09:05", "2026-11-23T09:30")), To2026));
    }

    [Fact]
    public void A_rating_from_the_handlers_account_or_network_is_marked()
    {
        CaseHandler[] handlers = [new(Id("case"), Id("handler"), "net 1")];
        GivenRating Rating(string account, string? network, bool onBehalf = false, string of = "case") => new(new(Id(of), Beneficiary: Id("firm")), Id(account), network, onBehalf);
        Assert.Equal(CaseMarkKind.HandlerAccount, Assert.Single(CaseGuards.FromHandlers([Rating("handler", "net 1")], handlers)).Kind);
        Assert.Equal(CaseMarkKind.HandlerNetwork, Assert.Single(CaseGuards.FromHandlers([Rating("firm's", "net 1")], handlers)).Kind);
        Assert.Empty(CaseGuards.FromHandlers([Rating("firm's", "net 2"), Rating("firm's", null), Rating("follow-up", "net 1", onBehalf: true), Rating("handler", "net 1", of: "another case")], handlers));
        Assert.Single(CaseGuards.FromHandlers([Rating("handler", "net 2", onBehalf: true)], handlers));
    }

    [Fact]
    public void One_account_that_rates_for_three_firms_is_marked()
    {
        List<GivenRating> ratings = [.. Enumerable.Range(0, 3).Select(i => new GivenRating(new(Id($"case {i}"), Beneficiary: Id($"firm {i}")), Id("one"), null))];
        Assert.Equal(3, Assert.Single(CaseGuards.ManyFirms(ratings)).Records.Count);
        Assert.Empty(CaseGuards.ManyFirms(ratings.Take(2)));
        Assert.Empty(CaseGuards.ManyFirms(ratings.Select(r => r with { IsOnBehalf = true })));
        Assert.Empty(CaseGuards.ManyFirms(ratings.Select(r => r with { Record = r.Record with { Beneficiary = Id("same") } })));
    }

    [Fact]
    public void A_problem_raised_again_is_counted_with_the_case_that_was_closed()
    {
        CaseEvent[] closed = [new(1, At("2026-11-02T09:00"), CaseStep.Raised), new(2, At("2026-11-03T09:00"), CaseStep.Accepted), new(3, At("2026-11-04T09:00"), CaseStep.Closed)];
        RatedCase[] cases = [new(Id("first"), closed, CaseLimits.Default), new(Id("other"), closed, CaseLimits.Default), new(Id("again"), [new(9, At("2026-11-10T09:00"), CaseStep.Raised)], CaseLimits.Default, Id("first"))];
        var rate = CaseRates.Of(cases, To2026, new(2026, 11, 1), new(2026, 11, 30), At("2026-11-30T18:00")).Repeated;
        Assert.Equal([Id("first"), Id("other")], rate.Of.Select(record => record.Case));
        Assert.Equal(Id("first"), Assert.Single(rate.Met).Case);
        Assert.Equal(0.5m, rate.Share);
    }

    private static GivenAnswer Answer(int number, string at, string limit) => new(new(Id($"case {number}")), Unit, At(at), At(limit));
}
