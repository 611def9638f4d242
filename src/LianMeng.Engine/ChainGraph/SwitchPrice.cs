namespace LianMeng.Engine.ChainGraph;

/// <summary>At what price a supplier would switch.</summary>
/// <param name="Stream">Place of the stream in the list given.</param>
/// <param name="Net">¥ a tonne, net at the supplier's gate: another outlet takes the stream over when it brings more than this. Present income + the stream's dual price (at the plan's optimum, whole gain to the supplier).</param>
public sealed record SwitchPrice(int Stream, GuardedAmount Net);
