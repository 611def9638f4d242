using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Atlases.Tasks;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Text;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>What firms buy outside and could buy here, as offers to them. A firm sees the rows in which it is the buyer, officers all of them with bands.</summary>
public sealed class ListSubstitutions(UseCaseContext context, AnalysisDesk desk, SettingValues settings) : AnalysisQuery<AnalysisFilter, ListSubstitutions.Row>(context, desk)
{
    public sealed class Row : AnalysisRow
    {
        public string Key { get; init; } = "";
        public Guid BuyerId { get; init; }
        public Guid MakerId { get; init; }
        [Display(Name = "产品")] public string Product { get; init; } = "";
        [Display(Name = "买方")] public string Buyer { get; init; } = "";
        [Display(Name = "本地供方")] public string Maker { get; init; } = "";
        [Display(Name = "可替代数量")] public string QuantityText => Quantity?.Text ?? "";
        [Display(Name = "每年节省")] public string SavingText => Saving?.Text ?? "";
        [Display(Name = "每年节省（元，不可见时空缺）")] public decimal? SavingExact => Saving?.Exact;
        [Display(Name = "每单位节省")] public string SavingPerUnitText => SavingPerUnit?.Text ?? "";
        [Display(Name = "口径")] public string Label { get; init; } = "";
        public ShownAmount Quantity { get; init; } = null!;
        public ShownAmount Saving { get; init; } = null!;
        public ShownAmount SavingPerUnit { get; init; } = null!;
        internal string SortKey { get; init; } = "";
        internal string BuyerSort { get; init; } = "";
    }

    // By product, never by what a firm saves: it is no ranking of firms.
    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["product"] = r => r.SortKey,
        ["buyer"] = r => r.BuyerSort,
    };

    protected override Task<IReadOnlyList<Row>> RowsAsync(AnalysisFilter filter, AtlasAnalysis analysis, CancellationToken cancellation)
    {
        var substitution = SubstitutionCase.Of(analysis, settings);
        return Task.FromResult<IReadOnlyList<Row>>([.. substitution.Plan.Substitutions.Select((row, at) => (row, at, Purchase: substitution.Purchases[row.Purchase], Offer: substitution.Offers[row.Offer]))
            .Where(r => Desk.MaySee(r.Purchase.Buyer)).Select(r => new Row
            {
                Subject = AtlasRow.Substitution(r.Purchase.Buyer, r.Offer.Maker, r.Purchase.Product), Place = Place(r.at), Key = r.Purchase.Product, BuyerId = r.Purchase.Buyer, MakerId = r.Offer.Maker,
                Product = analysis.ProductName(r.Purchase.Product), Buyer = analysis.Firms.NameOf(r.Purchase.Buyer), Maker = analysis.Firms.NameOf(r.Offer.Maker), Label = r.row.Label,
                Quantity = r.row.Quantity.For(analysis.Viewer), Saving = r.row.Saving.For(analysis.Viewer), SavingPerUnit = r.row.SavingPerUnit.For(analysis.Viewer),
                SortKey = Pinyin.SortKey(analysis.ProductName(r.Purchase.Product)), BuyerSort = Pinyin.SortKey(analysis.Firms.NameOf(r.Purchase.Buyer)),
            })]);
    }

    protected override string TextOf(Row row) => $"{row.Product} {row.Buyer} {row.Maker}";
}
