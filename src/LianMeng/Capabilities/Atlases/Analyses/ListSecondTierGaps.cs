using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Atlases.Tasks;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Text;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>What would be missing next if the gaps were closed here, through the consumption coefficients.</summary>
public sealed class ListSecondTierGaps(UseCaseContext context, AnalysisDesk desk) : AnalysisQuery<AnalysisFilter, ListSecondTierGaps.Row>(context, desk)
{
    public sealed class Row : AnalysisRow
    {
        public string Key { get; init; } = "";
        [Display(Name = "产品")] public string Product { get; init; } = "";
        [Display(Name = "为了")] public string For { get; init; } = "";
        [Display(Name = "步数")] public int Steps { get; init; }
        [Display(Name = "每年需要")] public string NeededText => Needed?.Text ?? "";
        [Display(Name = "其中本地没有")] public string MissingText => Missing?.Text ?? "";
        [Display(Name = "金额")] public string ValueText => Value?.Text ?? "";
        public ShownAmount Needed { get; init; } = null!;
        public ShownAmount Missing { get; init; } = null!;
        public ShownAmount Value { get; init; } = null!;
        internal string SortKey { get; init; } = "";
    }

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["rank"] = r => r.Place,
        ["product"] = r => r.SortKey,
        ["value"] = r => r.Value.OrderKey,
    };

    protected override Task<IReadOnlyList<Row>> RowsAsync(AnalysisFilter filter, AtlasAnalysis analysis, CancellationToken cancellation)
        => Task.FromResult<IReadOnlyList<Row>>([.. analysis.Gaps.RankedDerived(analysis.Viewer).Select((gap, at) => new Row
        {
            Subject = AtlasRow.SecondTierGap(gap.Product.Key), Place = Place(at), Key = gap.Product.Key, Product = gap.Product.Name, For = string.Join("、", gap.For.Select(analysis.ProductName)), Steps = gap.Steps,
            Needed = gap.Needed.For(analysis.Viewer), Missing = gap.Missing.For(analysis.Viewer), Value = gap.Value.For(analysis.Viewer), SortKey = Pinyin.SortKey(gap.Product.Name),
        })]);

    protected override string TextOf(Row row) => $"{row.Product} {row.For} {row.SortKey}";
}
