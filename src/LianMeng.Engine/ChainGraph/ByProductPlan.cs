namespace LianMeng.Engine.ChainGraph;

/// <summary>The best use of all by-products together.</summary>
/// <param name="Flows">By stream, then use.</param>
/// <param name="Refusals">Pairs of the same product that have no way, with the reasons; by stream, then use.</param>
/// <param name="SwitchPrices">One for every stream with an open way.</param>
/// <param name="RoomPrices">What one more tonne of room at a use is worth (¥): (use, price), for uses with an open way.</param>
/// <param name="Profit">¥ a year in all; no other plan has more. For further calculation; people see <see cref="Total"/>.</param>
public sealed record ByProductPlan(
    IReadOnlyList<ByProductFlow> Flows, IReadOnlyList<ByProductRefusal> Refusals, IReadOnlyList<SwitchPrice> SwitchPrices, IReadOnlyList<(int Use, GuardedAmount Price)> RoomPrices, GuardedAmount Profit)
{
    /// <summary>¥ a year in all, safe to show beside the rows.</summary>
    public ShownAmount Total(Viewer viewer) => GuardedAmount.Total([.. Flows.Select(flow => flow.Profit)], viewer, "元");
}
