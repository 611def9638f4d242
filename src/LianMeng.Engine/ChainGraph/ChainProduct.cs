namespace LianMeng.Engine.ChainGraph;

/// <summary>A product as the analyses need it.</summary>
/// <param name="Key">Stable identifier, as in <see cref="Product.Key"/>.</param>
/// <param name="Name">Chinese name, for sentences.</param>
/// <param name="Unit">Unit of all its quantities: 吨, 件.</param>
/// <param name="ReferencePrice">¥ a unit from a cited source, for purchases that state none; null when there is none.</param>
public sealed record ChainProduct(string Key, string Name, string Unit, decimal? ReferencePrice = null);
