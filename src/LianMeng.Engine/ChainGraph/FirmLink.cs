namespace LianMeng.Engine.ChainGraph;

/// <summary>A firm buys a product from another.</summary>
/// <param name="Seller">Who sells.</param>
/// <param name="Buyer">Who buys; another firm.</param>
/// <param name="Product">Key of the product.</param>
/// <param name="Quantity">Units a year; null when unknown.</param>
/// <param name="Value">¥ a year; null when unknown.</param>
public sealed record FirmLink(Guid Seller, Guid Buyer, string Product, decimal? Quantity, decimal? Value);
