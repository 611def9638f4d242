namespace LianMeng.Capabilities.Deals;

/// <summary>A product of a deal.</summary>
/// <param name="Product">in the firms' own words</param>
/// <param name="Quantity">in <paramref name="Unit"/></param>
/// <param name="Unit">吨, 件 …; stated with every quantity</param>
/// <param name="Price">元 a unit</param>
public sealed record DealGoods(string Product, decimal? Quantity, string? Unit, decimal? Price);
