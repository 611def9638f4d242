namespace LianMeng.Engine.ChainGraph;

/// <summary>What a local maker can still sell.</summary>
/// <param name="Maker">The firm.</param>
/// <param name="Product">Key of the product.</param>
/// <param name="Spare">Units a year still to be had.</param>
/// <param name="Price">¥ a unit at its gate; null when unknown.</param>
/// <param name="LeadDays">Delivery time; null when unknown.</param>
public sealed record LocalOffer(Guid Maker, string Product, decimal Spare, decimal? Price, decimal? LeadDays);
