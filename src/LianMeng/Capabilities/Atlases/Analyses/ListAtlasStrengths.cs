using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Atlases.Tasks;
using LianMeng.Shared.Text;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>长板: what the district is strong in, and what of it is still to be had.</summary>
public sealed class ListAtlasStrengths(UseCaseContext context, AnalysisDesk desk) : AnalysisQuery<AnalysisFilter, ListAtlasStrengths.Row>(context, desk)
{
    public sealed class Row : AnalysisRow
    {
        public string Key { get; init; } = "";
        [Display(Name = "产品")] public string Product { get; init; } = "";
        [Display(Name = "环节")] public string Stage { get; init; } = "";
        [Display(Name = "本地供应企业")] public int Makers { get; init; }
        [Display(Name = "可供产能")] public decimal Capacity { get; init; }
        [Display(Name = "其中尚未售出")] public decimal? Spare { get; init; }
        [Display(Name = "单位")] public string Unit { get; init; } = "";
        internal string SortKey { get; init; } = "";
    }

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["rank"] = r => r.Place,
        ["product"] = r => r.SortKey,
        ["makers"] = r => r.Makers,
    };

    protected override Task<IReadOnlyList<Row>> RowsAsync(AnalysisFilter filter, AtlasAnalysis analysis, CancellationToken cancellation)
        => Task.FromResult<IReadOnlyList<Row>>([.. analysis.Gaps.Strengths.Select((strength, at) =>
        {
            var node = analysis.Open.Graph.Node(strength.Node.Product.Key)!;
            return new Row
            {
                Subject = AtlasRow.Strength(node.Key), Place = Place(at), Key = node.Key, Product = node.Name, Stage = analysis.Open.Graph.TitleOf(node.Stage) ?? "", Makers = strength.Node.Makers, Capacity = strength.Node.Capacity,
                Spare = strength.Spare, Unit = strength.Node.Product.Unit, SortKey = Pinyin.SortKey(node.Name),
            };
        })]);

    protected override string TextOf(Row row) => $"{row.Product} {row.Stage} {row.SortKey}";
}
