namespace LianMeng.Engine.ChainGraph;

/// <summary>A firm that is expected to say what it makes and buys of a product (placed on the node, or by its industry).</summary>
/// <param name="Firm">The firm.</param>
/// <param name="Product">Key of the product.</param>
/// <param name="HasDeclared">Whether it said so, "nothing" included, and recently enough to count.</param>
public sealed record ExpectedDeclarer(Guid Firm, string Product, bool HasDeclared);
