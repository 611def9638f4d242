using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Introductions.Public;
using LianMeng.Capabilities.Listings.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals.Funnel;

/// <summary>
/// What began within a period and how far it came by now. The introductions suggested in the period are followed to their deals, so that each step is a part of the one before; deals that
/// the firms found by themselves, opened in the period, stand beside. Of deals only what both confirmed counts.
/// </summary>
public sealed class FunnelBook(AppDb db, Actor actor, IntroductionBook introductions, AllianceMembers members)
{
    /// <param name="At">UTC: when it came so far; of a deal the day that both state</param>
    internal sealed record Record(FunnelStep Step, FunnelRoute Route, Guid Id, Guid? SellerId, Guid? BuyerId, string? Title, DateTime At);

    /// <summary>A step that was taken, and how many days after the one before; null where that one's time is not known.</summary>
    internal sealed record Taken(Record Record, double? Days);

    private sealed record Item(Guid Id, Guid? IntroductionId, Guid SellerId, Guid BuyerId, string Title, DateTime OpenedAt, int Reached, DealCondition Condition, IReadOnlyList<Reach> Steps);

    private sealed record Reach(DealStage Stage, DateOnly On);

    /// <summary>The period in words of UTC: from the beginning of the first day to the end of the last; the year so far when nothing is said.</summary>
    public static (DateOnly From, DateOnly To) PeriodOf(IFunnelFilter filter, DateTime now)
    {
        var today = ChinaTime.Today(now);
        return (filter.From ?? new DateOnly((filter.To ?? today).Year, 1, 1), filter.To ?? today);
    }

    /// <summary>Everything that the funnel counts, in no order: the page counts it, its numbers list it.</summary>
    internal async Task<IReadOnlyList<Taken>> LoadAsync(IFunnelFilter filter, DateTime now, CancellationToken cancellation)
    {
        var (from, to) = PeriodOf(filter, now);
        var (start, end) = (ChinaTime.StartOf(from), to == DateOnly.MaxValue ? DateTime.MaxValue : ChinaTime.StartOf(to.AddDays(1)));
        var taken = new List<Taken>();
        var led = await IntroducedAsync(filter, start, end, cancellation);
        var deals = await DealsAsync(filter, start, end, led, cancellation);
        var byIntroduction = deals.Where(d => d.IntroductionId is not null).ToDictionary(d => d.IntroductionId!.Value);
        taken.AddRange((await PostedAsync(filter, start, end, cancellation)).Select(l => new Taken(l, null)));
        foreach (var introduction in led) Follow(taken, introduction, byIntroduction.GetValueOrDefault(introduction.Id));
        foreach (var deal in deals.Where(d => d.IntroductionId is null)) Follow(taken, deal, FunnelRoute.Own, null);
        return taken;
    }

    private async Task<IReadOnlyList<Record>> PostedAsync(IFunnelFilter filter, DateTime start, DateTime end, CancellationToken cancellation)
    {
        var listings = new ListingFigures(db).All().Where(l => l.PostedAt >= start && l.PostedAt < end);
        if (filter.DistrictId is { } district) listings = listings.Where(l => l.DistrictId == district);
        if (filter.AllianceId is { } alliance)
        {
            var present = members.Present().Where(m => m.AllianceId == alliance);
            listings = listings.Where(l => present.Any(m => m.OrganisationId == l.OrganisationId));
        }

        return [.. (await listings.ToListAsync(cancellation)).Select(l => new Record(FunnelStep.Posted, FunnelRoute.Introduced, l.Id, l.IsDemand ? null : l.OrganisationId, l.IsDemand ? l.OrganisationId : null, l.Title, l.PostedAt))];
    }

    private async Task<List<IntroductionFigure>> IntroducedAsync(IFunnelFilter filter, DateTime start, DateTime end, CancellationToken cancellation)
    {
        var figures = introductions.Figures().Where(i => i.SuggestedAt >= start && i.SuggestedAt < end);
        if (filter.DistrictId is { } district) figures = figures.Where(i => i.DistrictId == district);
        if (filter.AllianceId is { } alliance) figures = figures.Where(i => i.AllianceId == alliance);
        return await figures.ToListAsync(cancellation);
    }

    private async Task<List<Item>> DealsAsync(IFunnelFilter filter, DateTime start, DateTime end, List<IntroductionFigure> led, CancellationToken cancellation)
    {
        // Of an introduction whichever day its deal was opened; of the firms' own those opened in the period.
        var all = db.Set<Deal>().AsNoTracking().SeenBy(actor).InFigures().Where(d => d.Reached > 0);
        if (filter.DistrictId is { } district) all = all.Where(d => d.DistrictId == district);
        var own = all.Where(d => d.IntroductionId == null && d.OpenedAt >= start && d.OpenedAt < end);
        if (filter.AllianceId is { } alliance) own = own.Where(d => d.AllianceId == alliance);
        var found = await ItemsAsync(own, cancellation);
        var ids = led.Where(i => i.DealAt is not null).Select(i => i.Id).ToList();
        foreach (var chunk in ids.Chunk(500)) found.AddRange(await ItemsAsync(all.Where(d => d.IntroductionId != null && chunk.Contains(d.IntroductionId.Value)), cancellation));
        return found;
    }

    private static async Task<List<Item>> ItemsAsync(IQueryable<Deal> deals, CancellationToken cancellation)
        => [.. (await deals.Select(d => new
        {
            d.Id, d.IntroductionId, d.SellerId, d.BuyerId, d.Title, d.OpenedAt, d.Reached, d.Condition,
            Steps = d.Steps.Where(s => s.State == DealStepState.Confirmed).Select(s => new { s.Stage, s.HappenedOn }).ToList(),
        }).ToListAsync(cancellation)).Select(d => new Item(d.Id, d.IntroductionId, d.SellerId, d.BuyerId, d.Title, d.OpenedAt, d.Reached, d.Condition, [.. d.Steps.Select(s => new Reach(s.Stage, s.HappenedOn))]))];

    private static void Follow(List<Taken> taken, IntroductionFigure introduction, Item? deal)
    {
        // Whoever is further on has been through what comes before, whether or not it was written down.
        (FunnelStep Step, DateTime? At)[] steps =
        [
            (FunnelStep.Suggested, introduction.SuggestedAt), (FunnelStep.Offered, introduction.OfferedAt), (FunnelStep.Consented, introduction.ConsentedAt), (FunnelStep.Talking, introduction.TalkingAt),
        ];
        var last = introduction.DealAt is not null || deal is not null ? steps.Length - 1 : Array.FindLastIndex(steps, s => s.At is not null);
        for (var i = 0; i <= last; i++)
        {
            var at = steps[i].At ?? steps[i..].Select(s => s.At).FirstOrDefault(a => a is not null) ?? introduction.DealAt ?? introduction.SuggestedAt;
            taken.Add(new(new(steps[i].Step, FunnelRoute.Introduced, introduction.Id, introduction.SellerId, introduction.BuyerId, null, at), i > 0 ? Days(steps[i - 1].At, steps[i].At) : null));
        }

        if (deal is not null) Follow(taken, deal, FunnelRoute.Introduced, Days(introduction.TalkingAt ?? introduction.ConsentedAt, introduction.DealAt));
    }

    private static void Follow(List<Taken> taken, Item deal, FunnelRoute route, double? beforeMet)
    {
        (FunnelStep Step, DealStage Stage)[] steps = [(FunnelStep.Met, DealStage.Met), (FunnelStep.Contract, DealStage.Contract), (FunnelStep.Delivered, DealStage.Delivered), (FunnelStep.Paid, DealStage.Paid)];
        for (var i = 0; i < steps.Length && deal.Reached >= (int)steps[i].Stage; i++)
        {
            var (on, before) = (On(steps[i].Stage), i > 0 ? On(steps[i - 1].Stage) : null);
            var at = on ?? deal.Steps.Where(s => s.Stage >= steps[i].Stage).Min(s => s.On);
            taken.Add(new(new(steps[i].Step, route, deal.Id, deal.SellerId, deal.BuyerId, deal.Title, ChinaTime.StartOf(at)), i == 0 ? beforeMet : on?.DayNumber - before?.DayNumber));
        }

        DateOnly? On(DealStage stage) => deal.Steps.Where(s => s.Stage == stage).Select(s => (DateOnly?)s.On).FirstOrDefault();
    }

    private static double? Days(DateTime? from, DateTime? to) => to is { } end && from is { } start ? Math.Max(0, (end - start).TotalDays) : null;
}
