namespace LianMeng.Engine.ChainGraph;

/// <summary>Products of which each comes back to itself through the others.</summary>
/// <param name="Products">Keys of all products in the loop or loops, in the order given.</param>
/// <param name="Shortest">Keys of a shortest way round through the first of them; it is not repeated at the end.</param>
public sealed record RecyclingLoop(IReadOnlyList<string> Products, IReadOnlyList<string> Shortest);
