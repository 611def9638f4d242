namespace LianMeng.Engine.ChainGraph;

/// <summary>So many tonnes a year of a stream to a use.</summary>
/// <param name="Stream">Place of the stream in the list given.</param>
/// <param name="Use">Place of the use in the list given.</param>
/// <param name="Tonnes">A year.</param>
/// <param name="ProfitPerTonne">¥: value × yield − treatment − transport − present income.</param>
/// <param name="Profit">¥ a year, over what the stream brings today, for both firms together.</param>
public sealed record ByProductFlow(int Stream, int Use, GuardedAmount Tonnes, GuardedAmount ProfitPerTonne, GuardedAmount Profit);
