namespace LianMeng.Engine.ChainGraph;

/// <summary>A line of what a local firm buys, from its register; a firm has a line for each origin.</summary>
/// <param name="Firm">The buyer.</param>
/// <param name="Product">Key of the product.</param>
/// <param name="Quantity">Units a year; null when not declared.</param>
/// <param name="Price">¥ a unit; null when not declared.</param>
/// <param name="Origin">Where it buys.</param>
public sealed record BuyerLine(Guid Firm, string Product, decimal? Quantity, decimal? Price = null, PurchaseOrigin Origin = PurchaseOrigin.Unknown);
