namespace LianMeng.Capabilities.ByProductUses;

/// <summary>What a receiver states of one use, already checked.</summary>
/// <param name="Products">What it takes, in its own words.</param>
/// <param name="Capacity">Tonnes of by-product a year.</param>
/// <param name="Specification">In the one spelling of <see cref="Public.ComponentText"/>; null for none.</param>
/// <param name="Value">元 a tonne of what it gets out.</param>
/// <param name="Yield">Tonnes got out of a tonne taken in.</param>
/// <param name="Treatment">元 a tonne taken in.</param>
public sealed record ByProductUseDetails(IReadOnlyList<string> Products, decimal Capacity, string? Specification, decimal? Value, decimal? Yield, decimal? Treatment);
