namespace LianMeng.Engine.ChainGraph;

/// <summary>Who could replace what a stopped firm sold.</summary>
/// <param name="Product">Key of the product.</param>
/// <param name="Lost">Units a year that it sold here; a lower bound where links lack it.</param>
/// <param name="Makers">Other local makers with declared spare capacity above 0, most first.</param>
/// <param name="Undeclared">Other local makers whose spare capacity is unknown.</param>
/// <param name="Cover">Share of the loss they can take over, in %, at most 100; unknown when the loss is. Guarded, because spare capacity ÷ cover = the loss.</param>
public sealed record Replacement(string Product, GuardedAmount Lost, IReadOnlyList<(Guid Firm, decimal Spare)> Makers, IReadOnlyList<Guid> Undeclared, GuardedAmount Cover);
