namespace LianMeng.Engine.ChainGraph;

/// <summary>A use for by-products at a receiver.</summary>
/// <param name="Receiver">The firm.</param>
/// <param name="Products">Keys of the products it takes.</param>
/// <param name="Capacity">Tonnes of by-product a year it can take.</param>
/// <param name="Limits">Its specification.</param>
/// <param name="Rights">What hazardous codes it may take.</param>
/// <param name="Value">¥ a tonne of what it gets out; null when unknown.</param>
/// <param name="Yield">Tonnes got out of a tonne taken in; null when unknown.</param>
/// <param name="Treatment">¥ a tonne taken in; null when unknown.</param>
public sealed record ByProductUse(
    Guid Receiver, IReadOnlyList<string> Products, decimal Capacity, IReadOnlyList<ComponentLimit> Limits, IReadOnlyList<HazardousRight> Rights, decimal? Value, decimal? Yield, decimal? Treatment);
