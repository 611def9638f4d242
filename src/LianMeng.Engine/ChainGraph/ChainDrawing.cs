namespace LianMeng.Engine.ChainGraph;

/// <summary>A laid out graph.</summary>
/// <param name="Nodes">In the order given.</param>
/// <param name="Links">In the order given.</param>
/// <param name="Width">Columns − 1.</param>
/// <param name="Height">Lowest point, loops included.</param>
/// <param name="CrossingsBefore">Crossings of forward links with the nodes in the order given.</param>
/// <param name="Crossings">Crossings as drawn; never more.</param>
public sealed record ChainDrawing(IReadOnlyList<PlacedNode> Nodes, IReadOnlyList<PlacedLink> Links, double Width, double Height, long CrossingsBefore, long Crossings);
