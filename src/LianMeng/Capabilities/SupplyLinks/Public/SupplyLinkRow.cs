namespace LianMeng.Capabilities.SupplyLinks.Public;

/// <summary>A firm buys a product from another, as declared.</summary>
/// <param name="Id">Of the link.</param>
/// <param name="Seller">Who sells.</param>
/// <param name="Buyer">Who buys; another firm of the same district.</param>
/// <param name="Product">In the firms' own words.</param>
/// <param name="Quantity">Units a year; null when not stated, or when the two differ.</param>
/// <param name="Unit">As written; null without a quantity.</param>
/// <param name="Value">元 a year; null when not stated, or when the two differ.</param>
/// <param name="Known">Who says so.</param>
/// <param name="IsDenied">The other side says that there is no such link.</param>
public sealed record SupplyLinkRow(Guid Id, Guid Seller, Guid Buyer, string Product, decimal? Quantity, string? Unit, decimal? Value, SupplyLinkKnowledge Known, bool IsDenied);
