using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Atlases.Tasks;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Text;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>Which by-product would go where in the best plan for all. A firm sees the rows in which it gives or takes, officers all of them with bands.</summary>
public sealed class ListByProductPlan(UseCaseContext context, AnalysisDesk desk, ByProductCase planner) : AnalysisQuery<AnalysisFilter, ListByProductPlan.Row>(context, desk)
{
    public sealed class Row : AnalysisRow
    {
        public string Key { get; init; } = "";
        public Guid SupplierId { get; init; }
        public Guid ReceiverId { get; init; }
        [Display(Name = "副产品")] public string Product { get; init; } = "";
        [Display(Name = "供方")] public string Supplier { get; init; } = "";
        [Display(Name = "接收方")] public string Receiver { get; init; } = "";
        [Display(Name = "废物代码")] public string? Code { get; init; }
        [Display(Name = "每年数量")] public string TonnesText => Tonnes?.Text ?? "";
        [Display(Name = "每吨多得")] public string ProfitPerTonneText => ProfitPerTonne?.Text ?? "";
        [Display(Name = "双方每年多得")] public string ProfitText => Profit?.Text ?? "";
        public ShownAmount Tonnes { get; init; } = null!;
        public ShownAmount ProfitPerTonne { get; init; } = null!;
        public ShownAmount Profit { get; init; } = null!;
        internal string SortKey { get; init; } = "";
    }

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["product"] = r => r.SortKey,
        ["supplier"] = r => r.Supplier,
        ["profit"] = r => r.Profit.OrderKey,
    };

    protected override async Task<IReadOnlyList<Row>> RowsAsync(AnalysisFilter filter, AtlasAnalysis analysis, CancellationToken cancellation)
    {
        var planned = await planner.OfAsync(analysis, cancellation);
        return [.. planned.Plan.Flows.Select((flow, at) => (flow, at, Stream: planned.Streams[flow.Stream], Use: planned.Uses[flow.Use])).Where(r => Desk.MaySee(r.Stream.Supplier, r.Use.Receiver)).Select(r => new Row
        {
            Subject = AtlasRow.ByProduct(r.Stream.Supplier, r.Use.Receiver, r.Stream.Product), Place = Place(r.at), Key = r.Stream.Product, SupplierId = r.Stream.Supplier, ReceiverId = r.Use.Receiver,
            Product = analysis.ProductName(r.Stream.Product), Supplier = analysis.Firms.NameOf(r.Stream.Supplier), Receiver = analysis.Firms.NameOf(r.Use.Receiver), Code = r.Stream.Code,
            Tonnes = r.flow.Tonnes.For(analysis.Viewer), ProfitPerTonne = r.flow.ProfitPerTonne.For(analysis.Viewer), Profit = r.flow.Profit.For(analysis.Viewer), SortKey = Pinyin.SortKey(analysis.ProductName(r.Stream.Product)),
        })];
    }

    protected override string TextOf(Row row) => $"{row.Product} {row.Supplier} {row.Receiver} {row.Code}";
}
