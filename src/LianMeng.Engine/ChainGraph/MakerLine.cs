namespace LianMeng.Engine.ChainGraph;

/// <summary>A local firm that makes a product, from its register.</summary>
/// <param name="Firm">The maker.</param>
/// <param name="Product">Key of the product.</param>
/// <param name="CapacityForSale">Units a year it can sell; 0 when it makes for itself only (then it is no maker for others); null when not declared.</param>
/// <param name="Sold">Units a year sold already; null when not declared.</param>
public sealed record MakerLine(Guid Firm, string Product, decimal? CapacityForSale, decimal? Sold = null)
{
    /// <summary>Units a year still to be had; null when either figure is unknown. Never negative.</summary>
    public decimal? Spare => CapacityForSale is { } capacity && Sold is { } sold ? Math.Max(0, capacity - sold) : null;
}
