using LianMeng.Engine.Calendar;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>The rates of a period, counted from the facts and from nothing else; within what the actor oversees.</summary>
public sealed class DifficultyRates(AppDb db, Actor actor, DifficultyClocks clocks, TimeProvider clock)
{
    /// <summary>Whatever was raised more than so many days before a period has no limit in it but milestones; older ones still open are looked at all the same.</summary>
    private const int LookBackDays = 400;

    public sealed record Counted(CaseRates All, IReadOnlyDictionary<Guid, CaseRates> ByUnit);

    /// <summary>The beginning of the year until today when nothing is said.</summary>
    public (DateOnly From, DateOnly To) PeriodOf(IRateFilter filter)
    {
        var today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime);
        return (filter.From ?? new DateOnly((filter.To ?? today).Year, 1, 1), filter.To ?? today);
    }

    public async Task<Counted> OfAsync(IRateFilter filter, CancellationToken cancellation)
    {
        var (from, to) = PeriodOf(filter);
        var (since, until) = (ChinaTime.StartOf(from.AddDays(-LookBackDays)), ChinaTime.StartOf(to.AddDays(1)));
        var difficulties = db.Set<Difficulty>().AsNoTracking().SeenBy(actor).Where(d => d.RaisedAt < until && (d.RaisedAt >= since || d.ClosedAt == null || d.ClosedAt >= since));
        if (filter.Category is { } category) difficulties = difficulties.Where(d => d.Category == category);
        if (filter.AllianceId is { } alliance) difficulties = difficulties.Where(d => d.AllianceId == alliance);
        var ids = await difficulties.Select(d => d.Id).ToListAsync(cancellation);
        var cases = (await clocks.EventsAsync(ids, cancellation)).Select(c => new RatedCase(c.Key, c.Value, clocks.Limits)).ToList();
        var now = clock.GetUtcNow();
        return new(CaseRates.Of(cases, clocks.Calendar, from, to, now), CaseRates.ByUnit(cases, clocks.Calendar, from, to, now));
    }

    internal static CaseRate Of(CaseRates rates, RateKind kind) => kind switch
    {
        RateKind.Accepted => rates.Accepted,
        RateKind.Acknowledged => rates.Acknowledged,
        RateKind.Answered => rates.Answered,
        RateKind.Rated => rates.Rated,
        RateKind.Satisfied => rates.Satisfied,
        _ => rates.Reopened,
    };
}
