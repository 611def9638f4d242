using LianMeng.Capabilities.Atlases.Tasks;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>Where a chain hangs by a thread: firms whose loss cuts others off, sole sources; and where material goes round. Firms see only what concerns themselves; loops of products are for everybody.</summary>
public sealed class ShowWeakPoints(UseCaseContext context, AnalysisDesk desk, FirmLinks links) : Show<AnalysisInput, ShowWeakPoints.View>(context)
{
    private const int MostRows = 100;

    public sealed record Articulation(Guid FirmId, string Firm, int Pieces, int CutOff, string Row, IReadOnlyList<AtlasTaskAction> Actions, IReadOnlyList<AtlasTaskMark> Tasks);

    /// <param name="Buyers">Who has no other source.</param>
    public sealed record Sole(Guid SellerId, string Seller, string Product, IReadOnlyList<string> Buyers, ShownAmount Value, string Row, IReadOnlyList<AtlasTaskAction> Actions, IReadOnlyList<AtlasTaskMark> Tasks);

    /// <param name="Way">废铝 → 再生铝 → 废铝.</param>
    /// <param name="Products">All products in the loop.</param>
    public sealed record Loop(string Way, int Products);

    public sealed record View(AnalysisHead Head, IReadOnlyList<Articulation> Articulations, IReadOnlyList<Sole> SoleSuppliers, int MoreSole, IReadOnlyList<Loop> Loops, bool SeesAll);

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override async Task<View?> LoadAsync(AnalysisInput input, CancellationToken cancellation)
    {
        if (await desk.OpenAsync(input.Id, input.Issue, cancellation) is not { } open) return null;
        var analysis = await desk.AnalyseAsync(open, cancellation);
        var network = await links.OfAsync(analysis, cancellation);
        var marks = await desk.Tasks.MarksAsync(open.Atlas.Id, cancellation);
        // That a firm is an articulation says how others are joined: for officers alone. A firm knows its own customers.
        var articulations = desk.SeesRelations ? network.Articulations() : [];
        var soles = network.SingleSuppliers().Where(s => desk.MaySee(s.Seller)).ToList();
        return new(
            AnalysisHead.Of(open, input.Issue),
            [.. articulations.Take(MostRows).Select(a => (a, Subject: AtlasRow.Stop(a.Firm))).Select(x => new Articulation(x.a.Firm, analysis.Firms.NameOf(x.a.Firm), x.a.Pieces, x.a.CutOff, x.Subject.Key, Actions(x.Subject), [.. marks[x.Subject.Key]]))],
            [.. soles.Take(MostRows).Select(s => (s, Subject: AtlasRow.SingleSupplier(s.Seller, s.Product))).Select(x => new Sole(
                x.s.Seller, analysis.Firms.NameOf(x.s.Seller), analysis.ProductName(x.s.Product), [.. analysis.Firms.InOrder(x.s.Buyers).Select(analysis.Firms.NameOf)], x.s.Value.For(analysis.Viewer), x.Subject.Key, Actions(x.Subject), [.. marks[x.Subject.Key]]))],
            Math.Max(0, soles.Count - MostRows),
            [.. RecyclingLoops.Find([.. open.Content.Nodes.Select(n => n.Key)], analysis.Links).Select(loop => new Loop(string.Join(" → ", loop.Shortest.Append(loop.Shortest[0]).Select(analysis.ProductName)), loop.Products.Count))],
            desk.SeesRelations);
    }

    private IReadOnlyList<AtlasTaskAction> Actions(AtlasRow row) => [.. row.Actions.Where(action => desk.Tasks.MayStart(row, action))];
}
