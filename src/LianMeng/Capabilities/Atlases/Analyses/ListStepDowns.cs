using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Atlases.Tasks;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Text;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>Products that a firm could make next: what it makes goes into them, and the district needs more of them than it makes. A firm asks for itself, officers for any.</summary>
public sealed class ListStepDowns(UseCaseContext context, AnalysisDesk desk) : AnalysisQuery<ListStepDowns.Filter, ListStepDowns.Row>(context, desk)
{
    public sealed class Filter : AnalysisFilter
    {
        /// <summary>The firm; without it the actor's own.</summary>
        [Display(Name = "企业")]
        public Guid? Organisation { get; set; }
    }

    public sealed class Row : AnalysisRow
    {
        public string Key { get; init; } = "";
        [Display(Name = "可延伸产品")] public string Product { get; init; } = "";
        [Display(Name = "健康度")] public HealthWord Health { get; init; }
        [Display(Name = "用到本企业的")] public string From { get; init; } = "";
        [Display(Name = "本地未满足的年需求")] public string UnmetText => Unmet?.Text ?? "";
        [Display(Name = "金额（按参考价）")] public string ValueText => Value?.Text ?? "";
        [Display(Name = "可带动本企业产品")] public string Uses { get; init; } = "";
        [Display(Name = "本地还缺的其他投入")] public string AlsoMissing { get; init; } = "";
        public ShownAmount Unmet { get; init; } = null!;
        public ShownAmount Value { get; init; } = null!;
        internal string SortKey { get; init; } = "";
    }

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["rank"] = r => r.Place,
        ["product"] = r => r.SortKey,
        ["value"] = r => r.Value.OrderKey,
    };

    protected override Task<bool> IsAskableAsync(Filter filter, AtlasAnalysis analysis, CancellationToken cancellation) => Task.FromResult(FirmChoice.Of(filter.Organisation, analysis, Desk).IsThere);

    protected override Task<IReadOnlyList<Row>> RowsAsync(Filter filter, AtlasAnalysis analysis, CancellationToken cancellation)
    {
        if (FirmChoice.Of(filter.Organisation, analysis, Desk).Firm is not { } firm) return Task.FromResult<IReadOnlyList<Row>>([]);
        var viewer = analysis.Viewer;
        return Task.FromResult<IReadOnlyList<Row>>([.. StepDowns.Ranked(StepDowns.For(analysis.Facts, analysis.Health, firm), viewer).Select((step, at) => new Row
        {
            Subject = AtlasRow.StepDown(firm, step.Node.Product.Key), Place = Place(at), Key = step.Node.Product.Key, Product = step.Node.Product.Name, Health = step.Node.Health.ToWord(),
            From = string.Join("、", step.From.Select(analysis.ProductName)), Unmet = step.Unmet.For(viewer), Value = step.Value.For(viewer),
            Uses = string.Join("、", step.From.Zip(step.Uses, (from, use) => $"{analysis.ProductName(from)} {(use.For(viewer) is { IsUnknown: false } shown ? shown.Text : "单耗未知")}")),
            AlsoMissing = string.Join("、", step.AlsoMissing.Select(analysis.ProductName)), SortKey = Pinyin.SortKey(step.Node.Product.Name),
        })]);
    }

    protected override string TextOf(Row row) => $"{row.Product} {row.From}";
}
