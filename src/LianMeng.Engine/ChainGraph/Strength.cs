namespace LianMeng.Engine.ChainGraph;

/// <summary>What the district leads in: a 强 node, and what of it is still to be had (units a year; null when no maker declared it).</summary>
public sealed record Strength(NodeHealth Node, decimal? Spare, decimal? SpareValue);
