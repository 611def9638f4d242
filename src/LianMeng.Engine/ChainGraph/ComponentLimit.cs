namespace LianMeng.Engine.ChainGraph;

/// <summary>What a use demands of one component: at least, at most (both included); null is open.</summary>
public sealed record ComponentLimit(string Component, decimal? Least, decimal? Most);
