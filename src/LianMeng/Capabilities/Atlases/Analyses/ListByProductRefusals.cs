using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Atlases.Tasks;
using LianMeng.Shared.Text;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>Pairs of the same product that have no way. The reasons name what the two declared, above all what the supplier's material is made of: they are for it and those it authorised.</summary>
public sealed class ListByProductRefusals(UseCaseContext context, AnalysisDesk desk, ByProductCase planner) : AnalysisQuery<AnalysisFilter, ListByProductRefusals.Row>(context, desk)
{
    public const string Withheld = "原因涉及双方申报的成分、许可和价格，经企业授权后可见";

    public sealed class Row : AnalysisRow
    {
        public string Key { get; init; } = "";
        [Display(Name = "副产品")] public string Product { get; init; } = "";
        [Display(Name = "供方")] public string Supplier { get; init; } = "";
        [Display(Name = "接收方")] public string Receiver { get; init; } = "";
        [Display(Name = "不能送往的原因")] public string Reasons { get; init; } = "";
        internal string SortKey { get; init; } = "";
    }

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["product"] = r => r.SortKey,
        ["supplier"] = r => r.Supplier,
    };

    protected override async Task<IReadOnlyList<Row>> RowsAsync(AnalysisFilter filter, AtlasAnalysis analysis, CancellationToken cancellation)
    {
        var planned = await planner.OfAsync(analysis, cancellation);
        return [.. planned.Plan.Refusals.Select((refusal, at) => (refusal, at, Stream: planned.Streams[refusal.Stream], Use: planned.Uses[refusal.Use]))
            .Where(r => r.Stream.Supplier != r.Use.Receiver && Desk.MaySee(r.Stream.Supplier, r.Use.Receiver)).Select(r => new Row
            {
                Subject = AtlasRow.ByProduct(r.Stream.Supplier, r.Use.Receiver, r.Stream.Product), Place = Place(r.at), Key = r.Stream.Product, Product = analysis.ProductName(r.Stream.Product),
                Supplier = analysis.Firms.NameOf(r.Stream.Supplier), Receiver = analysis.Firms.NameOf(r.Use.Receiver), Reasons = MayRead(r.Stream.Supplier, r.Use.Receiver, analysis) ? string.Join("；", r.refusal.Reasons) : Withheld,
                SortKey = Pinyin.SortKey(analysis.ProductName(r.Stream.Product)),
            })];
    }

    /// <summary>The supplier, whose composition the reasons tell; the receiver, and others whom the receiver authorised, once the supplier did.</summary>
    private bool MayRead(Guid supplier, Guid receiver, AtlasAnalysis analysis)
        => Desk.OwnFirm == supplier || (analysis.Viewer.MayKnow(supplier) && (Desk.OwnFirm == receiver || analysis.Viewer.MayKnow(receiver)));

    protected override string TextOf(Row row) => $"{row.Product} {row.Supplier} {row.Receiver}";
}
