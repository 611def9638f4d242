namespace LianMeng.Engine.ChainGraph;

/// <summary>A node to be drawn.</summary>
/// <param name="Key">Unique.</param>
/// <param name="Stage">Order of its stage in the chain, −10⁶ to 10⁶; null where it has none, then it stands after what it is made of.</param>
public sealed record LayoutNode(string Key, int? Stage = null);
