using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>Local substitution as a whole: the total, contested capacity, what could not be worked out, and the assumptions.</summary>
public sealed class ShowSubstitutions(UseCaseContext context, AnalysisDesk desk, SettingValues settings) : Show<AnalysisInput, ShowSubstitutions.View>(context)
{
    /// <summary>A maker wanted by more than it can serve: for officers, and for the maker itself.</summary>
    public sealed record Contested(Guid MakerId, string Maker, string Product, ShownAmount Wanted, ShownAmount WorthOfOneMore);

    /// <summary>Somebody could need the actor's own product; who, and how much, is theirs to say.</summary>
    public sealed record Wanted(string Product, ShownAmount Quantity);

    /// <summary>Nothing can be said of this pair, because a freight is missing: for officers, and for the buyer.</summary>
    public sealed record Unsaid(string Buyer, string Maker, string Product, string Reason);

    /// <param name="Total">元 a year of the rows that the actor sees.</param>
    /// <param name="FreightOnly">How many of these rows count the freight alone.</param>
    /// <param name="Assumptions">What the figures rest on, in sentences.</param>
    public sealed record View(
        AnalysisHead Head, int Rows, ShownAmount Total, int FreightOnly, IReadOnlyList<Contested> Contests, IReadOnlyList<Wanted> OwnProducts, IReadOnlyList<Unsaid> Unknown, IReadOnlyList<string> Assumptions, bool SeesAll, bool HasFirm);

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override async Task<View?> LoadAsync(AnalysisInput input, CancellationToken cancellation)
    {
        if (await desk.OpenAsync(input.Id, input.Issue, cancellation) is not { } open) return null;
        var analysis = await desk.AnalyseAsync(open, cancellation);
        var substitution = SubstitutionCase.Of(analysis, settings);
        var (plan, viewer) = (substitution.Plan, analysis.Viewer);
        var rows = plan.Substitutions.Where(row => desk.MaySee(substitution.Purchases[row.Purchase].Buyer)).ToList();
        return new(
            AnalysisHead.Of(open, input.Issue), rows.Count, GuardedAmount.Total([.. rows.Select(row => row.Saving)], viewer, "元"), rows.Count(row => row.Basis == SavingBasis.FreightOnly),
            [.. plan.Contested.Select(row => (row, Offer: substitution.Offers[row.Offer])).Where(c => desk.MaySee(c.Offer.Maker)).Select(c => new Contested(
                c.Offer.Maker, analysis.Firms.NameOf(c.Offer.Maker), analysis.ProductName(c.Offer.Product), c.row.Wanted.For(viewer), c.row.WorthOfOneMore.For(viewer)))],
            desk.SeesRelations ? [] : [.. plan.Substitutions.Where(row => substitution.Offers[row.Offer].Maker == desk.OwnFirm).GroupBy(row => substitution.Offers[row.Offer].Product, StringComparer.Ordinal).Select(g => new Wanted(
                analysis.ProductName(g.Key), GuardedAmount.Total([.. g.Select(row => row.Quantity)], viewer, analysis.HealthOf(g.Key)!.Product.Unit)))],
            [.. plan.Unknown.Select(pair => (Purchase: substitution.Purchases[pair.Purchase], Offer: substitution.Offers[pair.Offer])).Where(pair => desk.MaySee(pair.Purchase.Buyer)).Select(pair => new Unsaid(
                analysis.Firms.NameOf(pair.Purchase.Buyer), analysis.Firms.NameOf(pair.Offer.Maker), analysis.ProductName(pair.Purchase.Product), "外地运费没有填写，节省算不出来"))],
            Assumptions(settings), desk.SeesRelations, desk.OwnFirm is { } own && analysis.Firms.Has(own));
    }

    internal static IReadOnlyList<string> Assumptions(SettingValues settings) =>
    [
        $"本地运距按区内平均 {settings.Of(AnalysisSettings.LocalKilometres)} 公里、运价 {settings.YuanPerTonneKilometre():0.##} 元/吨·公里测算；外地运费用企业填写的数。",
        $"按件、套等计量、不能换算为吨的产品，区内运费按所填外地运费的 {settings.Of(AnalysisSettings.LocalKilometres)}/{settings.Of(AnalysisSettings.OutsideKilometres)} 折算。",
        $"本地单价取价格区间的高端；本地交期按 {settings.Of(AnalysisSettings.LocalLeadDays)} 天、资金成本按每年 {settings.Of(AnalysisSettings.CostOfCapital)}% 计；缺单价的只算运费并注明。",
    ];
}
