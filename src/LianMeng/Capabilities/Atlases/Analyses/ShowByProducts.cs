using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>The by-products of an atlas as a whole: what there is, what could take it, and at what price a supplier would switch.</summary>
public sealed class ShowByProducts(UseCaseContext context, AnalysisDesk desk, ByProductCase planner, SettingValues settings) : Show<AnalysisInput, ShowByProducts.View>(context)
{
    /// <param name="Planned">How many ways it goes in the plan.</param>
    /// <param name="Switch">供方在高于 … 元/吨时会改卖别处; null where no way is open.</param>
    public sealed record Stream(Guid SupplierId, string Supplier, string Product, string? Code, bool IsGoods, ShownAmount Quantity, int Planned, string? Switch);

    public sealed record Use(Guid ReceiverId, string Receiver, string Products, ShownAmount Capacity, string? Room);

    public sealed record Unusable(string Firm, string Words, string Reason);

    /// <param name="Total">元 a year over today's income, of the rows that the actor sees.</param>
    public sealed record View(
        AnalysisHead Head, int Rows, int Refused, ShownAmount Total, IReadOnlyList<Stream> Streams, IReadOnlyList<Use> Uses, IReadOnlyList<Unusable> NotCounted, IReadOnlyList<string> Assumptions, bool SeesAll, bool HasFirm);

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override async Task<View?> LoadAsync(AnalysisInput input, CancellationToken cancellation)
    {
        if (await desk.OpenAsync(input.Id, input.Issue, cancellation) is not { } open) return null;
        var analysis = await desk.AnalyseAsync(open, cancellation);
        var (planned, viewer) = (await planner.OfAsync(analysis, cancellation), analysis.Viewer);
        var (plan, switches, rooms) = (planned.Plan, planned.Plan.SwitchPrices.ToDictionary(p => p.Stream, p => p.Net), planned.Plan.RoomPrices.ToDictionary(p => p.Use, p => p.Price));
        var flows = plan.Flows.Where(f => desk.MaySee(planned.Streams[f.Stream].Supplier, planned.Uses[f.Use].Receiver)).ToList();
        return new(
            AnalysisHead.Of(open, input.Issue), flows.Count, plan.Refusals.Count(r => planned.Streams[r.Stream].Supplier != planned.Uses[r.Use].Receiver && desk.MaySee(planned.Streams[r.Stream].Supplier, planned.Uses[r.Use].Receiver)),
            GuardedAmount.Total([.. flows.Select(f => f.Profit)], viewer, "元"),
            [.. planned.Streams.Select((stream, at) => (stream, at)).Where(s => desk.MaySee(s.stream.Supplier)).Select(s => new Stream(
                s.stream.Supplier, analysis.Firms.NameOf(s.stream.Supplier), analysis.ProductName(s.stream.Product), s.stream.Code, s.stream.IsGoods,
                new GuardedAmount(s.stream.Quantity, BuyerSet.Of(s.stream.Supplier), "吨").For(viewer), plan.Flows.Count(f => f.Stream == s.at), switches.TryGetValue(s.at, out var price) ? SwitchWords(price.For(viewer)) : null))],
            [.. planned.Uses.Select((use, at) => (use, at)).Where(u => desk.MaySee(u.use.Receiver)).Select(u => new Use(
                u.use.Receiver, analysis.Firms.NameOf(u.use.Receiver), string.Join("、", u.use.Products.Select(analysis.ProductName)), new GuardedAmount(u.use.Capacity, BuyerSet.Of(u.use.Receiver), "吨").For(viewer),
                rooms.TryGetValue(u.at, out var room) && room.For(viewer) is { Exact: not 0 } worth ? $"多接收 1 吨可多得 {worth.Text}" : null))],
            [.. planned.Unusable.Where(u => desk.MaySee(u.Firm)).Select(u => new Unusable(analysis.Firms.NameOf(u.Firm), u.Words, u.Reason))],
            [
                $"运费按区内平均 {settings.Of(AnalysisSettings.LocalKilometres)} 公里、{settings.YuanPerTonneKilometre():0.##} 元/吨·公里测算；多得 = 产出价值 × 产出率 − 处理费 − 运费 − 供方现有收入，由双方商定怎样分。",
                "危险废物只能送往持有该代码许可或已登记豁免的接收方；未填代码又没有声明为产品的，不能判断，也不安排。",
            ], desk.SeesRelations, desk.OwnFirm is { } own && analysis.Firms.Has(own));
    }

    private static string SwitchWords(ShownAmount price)
        => price.IsUnknown ? "现有收入未知，不能算出改卖的价格" : price.IsBand ? $"供方改卖别处的价格在 {price.Text}" : $"供方在高于 {price.Text} 时会改卖别处";
}
