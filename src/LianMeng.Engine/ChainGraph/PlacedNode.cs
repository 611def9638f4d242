namespace LianMeng.Engine.ChainGraph;

/// <summary>Where a node stands: its middle.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Layer">Column, from 0.</param>
/// <param name="X">To the right, 1 = the distance between columns.</param>
/// <param name="Y">Downwards, 1 = the least distance between two nodes of a column.</param>
public sealed record PlacedNode(string Key, int Layer, double X, double Y);
