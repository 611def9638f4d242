namespace LianMeng.Engine.ChainGraph;

/// <summary>A by-product a firm has to give away.</summary>
/// <param name="Supplier">The firm.</param>
/// <param name="Product">Key of the product.</param>
/// <param name="Quantity">Tonnes a year.</param>
/// <param name="Code">Waste code, as declared; null when none.</param>
/// <param name="IsGoods">Declared as goods and not as waste (clean offcuts): then it needs no code. Ignored where the code says hazardous.</param>
/// <param name="Composition">Share of each component measured, in the unit of the uses' limits (usually %); what is not in it was not measured.</param>
/// <param name="PresentIncome">¥ a tonne it brings today; negative where it costs; null when unknown.</param>
public sealed record ByProductStream(Guid Supplier, string Product, decimal Quantity, string? Code, bool IsGoods, IReadOnlyDictionary<string, decimal> Composition, decimal? PresentIncome);
