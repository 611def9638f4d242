using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Atlases.Tasks;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Text;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>Every product of an atlas with its judgement and the reasons.</summary>
public sealed class ListAtlasHealth(UseCaseContext context, AnalysisDesk desk) : AnalysisQuery<ListAtlasHealth.Filter, ListAtlasHealth.Row>(context, desk)
{
    public sealed class Filter : AnalysisFilter
    {
        [Display(Name = "健康度")]
        public HealthWord? Word { get; set; }

        /// <summary>A stage's key.</summary>
        [Display(Name = "环节"), StringLength(60)]
        public string? Stage { get; set; }
    }

    public sealed class Row : AnalysisRow
    {
        public string Key { get; init; } = "";
        [Display(Name = "环节")] public string Stage { get; init; } = "";
        [Display(Name = "产品")] public string Product { get; init; } = "";
        [Display(Name = "健康度")] public HealthWord Health { get; init; }
        [Display(Name = "原因")] public string Reasons { get; init; } = "";
        [Display(Name = "应申报企业")] public int Expected { get; init; }
        [Display(Name = "已申报企业")] public int Declared { get; init; }
        [Display(Name = "本地供应企业")] public int Makers { get; init; }
        [Display(Name = "本地年需求")] public string DemandText => Demand?.Text ?? "";
        [Display(Name = "本地可供产能")] public string CapacityText => Capacity?.Text ?? "";

        /// <summary>Names, for officers; for others empty.</summary>
        [Display(Name = "请先询问")] public string Ask { get; init; } = "";

        /// <summary>How many have not declared.</summary>
        public int AskCount { get; init; }
        public ShownAmount Demand { get; init; } = null!;
        public ShownAmount Capacity { get; init; } = null!;
        internal string SortKey { get; init; } = "";
    }

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["stage"] = r => r.Place,
        ["product"] = r => r.SortKey,
        // what nobody was asked of stands behind what somebody could answer
        ["health"] = r => r.Health == HealthWord.Unknown && r.Expected == 0 ? HealthWord.Unknown + 1 : r.Health,
        ["demand"] = r => r.Demand.OrderKey,
        ["makers"] = r => r.Makers,
        ["expected"] = r => r.Expected,
    };

    protected override string DefaultSort => "health";

    protected override Task<IReadOnlyList<Row>> RowsAsync(Filter filter, AtlasAnalysis analysis, CancellationToken cancellation)
    {
        var rows = new List<Row>();
        for (var place = 0; place < analysis.Health.Count; place++)
        {
            var (node, health) = (analysis.Open.Content.Nodes[place], analysis.Health[place]);
            if (filter.Word is { } word && health.Health.ToWord() != word) continue;
            if (filter.Stage is { } stage && node.Stage != stage) continue;
            rows.Add(new()
            {
                Subject = AtlasRow.Health(node.Key), Place = Place(1 + (analysis.Open.Graph.LaneOf(node) ?? 999) * AtlasContent.MostNodes + place), Key = node.Key, Product = node.Name, Stage = analysis.Open.Graph.TitleOf(node.Stage) ?? "",
                Health = health.Health.ToWord(), Reasons = string.Join("；", health.Reasons(analysis.Viewer)), Expected = health.Expected, Declared = health.Declared, Makers = health.Makers,
                Demand = health.Demand.For(analysis.Viewer), Capacity = new(health.Capacity, null, null, false, health.Product.Unit), AskCount = health.Ask.Count,
                Ask = Desk.SeesRelations ? string.Join("、", analysis.Firms.InOrder(health.Ask).Select(analysis.Firms.NameOf)) : "", SortKey = Pinyin.SortKey(node.Name),
            });
        }

        return Task.FromResult<IReadOnlyList<Row>>(rows);
    }

    protected override string TextOf(Row row) => $"{row.Product} {row.Stage} {row.SortKey}";
}
