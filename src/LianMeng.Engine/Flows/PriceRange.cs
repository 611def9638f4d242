namespace LianMeng.Engine.Flows;

/// <summary>
/// What one unit is worth at the margin (¥ a unit). The most is what is lost with one unit less, the least what is gained by one unit more;
/// they differ only where a quantity just comes out even.
/// </summary>
public readonly record struct PriceRange(decimal Least, decimal Most);
