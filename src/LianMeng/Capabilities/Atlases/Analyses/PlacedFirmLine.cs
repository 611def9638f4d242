using LianMeng.Capabilities.Organisations.Public;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>A line of a firm's register on a product of the atlas. Private: it feeds calculations whose results are guarded, and leaves no use case as it is.</summary>
/// <param name="Product">Key of the product.</param>
/// <param name="Line">As the firm wrote it.</param>
/// <param name="Quantity">A year, in the product's unit; null when it counts as not declared.</param>
/// <param name="Sold">A year, in the product's unit.</param>
/// <param name="PriceLow">元 a unit of the product.</param>
/// <param name="PriceHigh">元 a unit of the product.</param>
/// <param name="Freight">元 a unit of the product.</param>
/// <param name="Problem">Why it counts as not declared, in words; null when it counts.</param>
internal sealed record PlacedFirmLine(string Product, FirmLine Line, decimal? Quantity, decimal? Sold, decimal? PriceLow, decimal? PriceHigh, decimal? Freight, string? Problem);
