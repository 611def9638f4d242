using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>
/// Local substitution over all buyers of an atlas at once. Freight: where the stated one is known it stands for the outside way; the local way is the district's average distance × rate.
/// Products that are not weighed take the same share of the stated freight that the local distance has of the outside one.
/// </summary>
internal sealed class SubstitutionCase
{
    private SubstitutionCase(IReadOnlyList<OutsidePurchase> purchases, IReadOnlyList<LocalOffer> offers, SubstitutionPlan plan) => (Purchases, Offers, Plan) = (purchases, offers, plan);

    public IReadOnlyList<OutsidePurchase> Purchases { get; }
    public IReadOnlyList<LocalOffer> Offers { get; }
    public SubstitutionPlan Plan { get; }

    /// <summary>Worked out once for each analysis, so once a request.</summary>
    public static SubstitutionCase Of(AtlasAnalysis analysis, SettingValues settings) => analysis.Substitution ??= Work(analysis, settings);

    private static SubstitutionCase Work(AtlasAnalysis analysis, SettingValues settings)
    {
        var units = analysis.Health.ToDictionary(node => node.Product.Key, node => node.Product.Unit, StringComparer.Ordinal);
        var (near, far, rate, days) = (settings.Of(AnalysisSettings.LocalKilometres), settings.Of(AnalysisSettings.OutsideKilometres), settings.YuanPerTonneKilometre(), settings.Of(AnalysisSettings.LocalLeadDays));
        var purchases = analysis.Lines.Where(line => line is { Line: { Role: FirmLineRole.Buys, IsOutside: true }, Quantity: > 0 }).Select(line =>
        {
            var tonnes = ChainUnits.Factor(units[line.Product], "吨");
            return tonnes is { } weight && weight * rate > 0
                ? new OutsidePurchase(line.Line.OrganisationId, line.Product, line.Quantity!.Value, line.PriceLow ?? line.PriceHigh, line.Freight / (weight * rate), line.Line.LeadDays, weight * rate)
                : new OutsidePurchase(line.Line.OrganisationId, line.Product, line.Quantity!.Value, line.PriceLow ?? line.PriceHigh, line.Freight is null ? null : far, line.Line.LeadDays, line.Freight / far);
        }).ToList();
        var wanted = purchases.Select(p => p.Product).ToHashSet(StringComparer.Ordinal);
        var offers = analysis.Lines.Where(line => line.Line.Role == FirmLineRole.Makes && wanted.Contains(line.Product))
            .Select(line => (Line: line, new MakerLine(line.Line.OrganisationId, line.Product, line.Quantity, line.Sold).Spare)).Where(offer => offer.Spare > 0)
            // the dearer end of a band: a saving that is promised must hold
            .Select(offer => new LocalOffer(offer.Line.Line.OrganisationId, offer.Line.Product, offer.Spare!.Value, offer.Line.PriceHigh ?? offer.Line.PriceLow, offer.Line.Line.LeadDays ?? days)).ToList();
        return new(purchases, offers, LocalSubstitution.Plan(purchases, offers, units, (_, _) => near, settings.Of(AnalysisSettings.CostOfCapital) / 100m));
    }
}
