using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Deals.Funnel;

/// <summary>撮合漏斗: how many came how far, what part of those before, in how many days.</summary>
public sealed class ShowFunnel(UseCaseContext context, FunnelBook book) : Show<ShowFunnel.Input, ShowFunnel.View>(context)
{
    public sealed class Input : IFunnelFilter
    {
        /// <summary>The beginning of the year when nothing is said.</summary>
        [Display(Name = "从")]
        public DateOnly? From { get; set; }

        /// <summary>Today when nothing is said.</summary>
        [Display(Name = "到")]
        public DateOnly? To { get; set; }

        [Display(Name = "联盟")]
        public Guid? AllianceId { get; set; }

        [Display(Name = "区县")]
        public Guid? DistrictId { get; set; }
    }

    public sealed record View(DateOnly From, DateOnly To, IReadOnlyList<Step> Steps);

    /// <param name="Count">by an introduction; of listings all</param>
    /// <param name="Conversion">of <paramref name="Count"/> to the step before, 0 to 1; null where there is none to compare with</param>
    /// <param name="MedianDays">since the step before; null where no two times are known</param>
    /// <param name="Own">deals that the firms found by themselves; null for steps before a deal</param>
    public sealed record Step(FunnelStep Kind, int Count, double? Conversion, double? MedianDays, int? Own);

    public override Access Access => Access.Needs(DealsCapability.Count);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var (from, to) = FunnelBook.PeriodOf(input, Now);
        var taken = (await book.LoadAsync(input, Now, cancellation)).ToLookup(t => (t.Record.Step, t.Record.Route));
        var steps = new List<Step>();
        foreach (var kind in Enum.GetValues<FunnelStep>())
        {
            var here = taken[(kind, FunnelRoute.Introduced)].ToList();
            // A listing leads to any number of introductions: no part of one another.
            var before = kind <= FunnelStep.Suggested ? 0 : steps[^1].Count;
            steps.Add(new(kind, here.Count, before == 0 ? null : (double)here.Count / before, Median([.. here.Select(t => t.Days).OfType<double>().Order()]), kind < FunnelStep.Met ? null : taken[(kind, FunnelRoute.Own)].Count()));
        }

        return new(from, to, steps);
    }

    private static double? Median(List<double> days)
        => days.Count == 0 ? null : days.Count % 2 == 1 ? days[days.Count / 2] : (days[days.Count / 2 - 1] + days[days.Count / 2]) / 2;
}
