namespace LianMeng.Engine.ChainGraph;

/// <summary>What a local firm buys outside, as it might be bought here.</summary>
/// <param name="Buyer">The firm.</param>
/// <param name="Product">Key of the product.</param>
/// <param name="Quantity">Units a year.</param>
/// <param name="Price">¥ a unit at the outside supplier's gate; null when unknown.</param>
/// <param name="Kilometres">From the outside supplier; null when unknown.</param>
/// <param name="LeadDays">Delivery time; null when unknown.</param>
/// <param name="FreightRate">¥ a unit and kilometre; null when unknown.</param>
public sealed record OutsidePurchase(Guid Buyer, string Product, decimal Quantity, decimal? Price, decimal? Kilometres, decimal? LeadDays, decimal? FreightRate);
