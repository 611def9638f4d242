using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Atlases.Tasks;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Text;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>招商清单: what the district makes too little of, by the yearly purchases that leave it, as the viewer sees them.</summary>
public sealed class ListAtlasGaps(UseCaseContext context, AnalysisDesk desk) : AnalysisQuery<AnalysisFilter, ListAtlasGaps.Row>(context, desk)
{
    public sealed class Row : AnalysisRow
    {
        public string Key { get; init; } = "";
        [Display(Name = "序号")] public int Rank { get; init; }
        [Display(Name = "产品")] public string Product { get; init; } = "";
        [Display(Name = "环节")] public string Stage { get; init; } = "";
        [Display(Name = "健康度")] public HealthWord Health { get; init; }
        [Display(Name = "每年外购金额")] public string LeavingText => Leaving?.Text ?? "";
        [Display(Name = "每年外购金额（元，少于 3 家买方时空缺）")] public decimal? LeavingExact => Leaving?.Exact;
        [Display(Name = "每年外购数量")] public string OutsideText => Outside?.Text ?? "";
        [Display(Name = "本地缺口数量")] public string ShortfallText => Shortfall?.Text ?? "";
        [Display(Name = "用到它的本地产品")] public int Dependents { get; init; }
        [Display(Name = "原因")] public string Reasons { get; init; } = "";
        public ShownAmount Leaving { get; init; } = null!;
        public ShownAmount Outside { get; init; } = null!;
        public ShownAmount Shortfall { get; init; } = null!;
        internal string SortKey { get; init; } = "";
    }

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["rank"] = r => r.Rank,
        ["product"] = r => r.SortKey,
        ["leaving"] = r => r.Leaving.OrderKey,
        ["dependents"] = r => r.Dependents,
    };

    protected override Task<IReadOnlyList<Row>> RowsAsync(AnalysisFilter filter, AtlasAnalysis analysis, CancellationToken cancellation)
        => Task.FromResult<IReadOnlyList<Row>>([.. analysis.Gaps.Ranked(analysis.Viewer).Select((gap, at) =>
        {
            var node = analysis.Open.Graph.Node(gap.Node.Product.Key)!;
            return new Row
            {
                Subject = AtlasRow.Gap(node.Key), Place = Place(at), Rank = at + 1, Key = node.Key, Product = node.Name, Stage = analysis.Open.Graph.TitleOf(node.Stage) ?? "", Health = gap.Node.Health.ToWord(),
                Leaving = gap.Leaving.For(analysis.Viewer), Outside = gap.OutsideQuantity.For(analysis.Viewer), Shortfall = gap.Shortfall.For(analysis.Viewer), Dependents = gap.Dependents,
                Reasons = string.Join("；", gap.Node.Reasons(analysis.Viewer)), SortKey = Pinyin.SortKey(node.Name),
            };
        })]);

    protected override string TextOf(Row row) => $"{row.Product} {row.Stage} {row.SortKey}";
}
