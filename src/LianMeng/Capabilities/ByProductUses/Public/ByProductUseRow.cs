using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.ByProductUses.Public;

/// <summary>A use for by-products at a receiver, as the engine's <c>ByProductUse</c> needs it; the names still are the firm's own words.</summary>
/// <param name="Id">Of the use.</param>
/// <param name="Receiver">The firm.</param>
/// <param name="Products">What it takes, in its own words.</param>
/// <param name="Capacity">Tonnes of by-product a year.</param>
/// <param name="Limits">Its specification, in %.</param>
/// <param name="Rights">What hazardous codes it may take, those that ran out too: the gate says so.</param>
/// <param name="Value">元 a tonne of what it gets out; null when not stated.</param>
/// <param name="Yield">Tonnes got out of a tonne taken in; null when not stated.</param>
/// <param name="Treatment">元 a tonne taken in; null when not stated.</param>
/// <param name="AsOf">UTC: when it was last stated.</param>
public sealed record ByProductUseRow(
    Guid Id, Guid Receiver, IReadOnlyList<string> Products, decimal Capacity, IReadOnlyList<ComponentLimit> Limits, IReadOnlyList<HazardousRight> Rights, decimal? Value, decimal? Yield, decimal? Treatment, DateTime AsOf);
