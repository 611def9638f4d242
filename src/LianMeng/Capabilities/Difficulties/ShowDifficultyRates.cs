using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>办理情况 of a period: each figure with its denominator, over all and by unit. Silence is not rated and in no share of the satisfied.</summary>
public sealed class ShowDifficultyRates(UseCaseContext context, DifficultyRates rates, FirmDirectory firms) : Show<ShowDifficultyRates.Input, ShowDifficultyRates.View>(context)
{
    public sealed class Input : IRateFilter
    {
        [Display(Name = "从")]
        public DateOnly? From { get; set; }

        [Display(Name = "到")]
        public DateOnly? To { get; set; }

        [Display(Name = "类别")]
        public DifficultyCategory? Category { get; set; }

        [Display(Name = "联盟")]
        public Guid? AllianceId { get; set; }
    }

    public sealed record View(DateOnly From, DateOnly To, IReadOnlyList<Figure> All, IReadOnlyList<Unit> Units);

    /// <param name="Of">the denominator</param>
    /// <param name="Share">0 to 1; null without a denominator</param>
    public sealed record Figure(RateKind Kind, int Met, int Of, decimal? Share);

    public sealed record Unit(Guid UnitId, string Name, IReadOnlyList<Figure> Figures);

    public override Access Access => Access.Needs(DifficultiesCapability.Oversee);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var (from, to) = rates.PeriodOf(input);
        var counted = await rates.OfAsync(input, cancellation);
        var ids = counted.ByUnit.Keys.ToList();
        var names = await firms.Firms().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        return new(from, to, Figures(counted.All, Enum.GetValues<RateKind>()),
            [.. counted.ByUnit.Select(u => new Unit(u.Key, names.GetValueOrDefault(u.Key, "（已移出名册）"), Figures(u.Value, [.. Enum.GetValues<RateKind>().Where(k => k != RateKind.Accepted)]))).OrderBy(u => u.Name, StringComparer.Ordinal)]);
    }

    private static IReadOnlyList<Figure> Figures(Engine.Calendar.CaseRates counted, RateKind[] kinds)
        => [.. kinds.Select(k => (Kind: k, Rate: DifficultyRates.Of(counted, k))).Select(r => new Figure(r.Kind, r.Rate.Numerator, r.Rate.Denominator, r.Rate.Share))];
}
