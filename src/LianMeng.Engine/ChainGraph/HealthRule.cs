namespace LianMeng.Engine.ChainGraph;

/// <summary>The bounds of the judgement; the values marked * in algorithms.md, configurable.</summary>
/// <param name="LeastEvidence">Least share of the firms asked that must have declared: 0.6; above 0 and at most 1.</param>
/// <param name="StrongMakers">Least makers of a strong node: 3.</param>
/// <param name="StrongCover">Least capacity of a strong node over demand: 1.5; at least 1.</param>
public sealed record HealthRule(decimal LeastEvidence = 0.6m, int StrongMakers = 3, decimal StrongCover = 1.5m)
{
    public static HealthRule Default { get; } = new();

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Problem =>
        LeastEvidence is <= 0 or > 1 ? $"申报率下限 {LeastEvidence} 应大于 0 且不超过 1。"
        : StrongMakers < 1 ? $"“强”的企业数下限 {StrongMakers} 应至少为 1。"
        : StrongCover < 1 ? $"“强”的产能倍数下限 {StrongCover} 应至少为 1。"
        : null;
}
