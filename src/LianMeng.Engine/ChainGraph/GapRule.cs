namespace LianMeng.Engine.ChainGraph;

/// <summary>Bounds of the gap analysis, configurable.</summary>
/// <param name="CentralitySteps">Steps down the chain within which a product counts as needed: 3; 1 to 10.</param>
/// <param name="DerivedSteps">Steps up the chain over which a closed gap's own needs are followed: 3; 1 to 10. This also ends cycles of inputs.</param>
public sealed record GapRule(int CentralitySteps = 3, int DerivedSteps = 3)
{
    public static GapRule Default { get; } = new();

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Problem =>
        CentralitySteps is < 1 or > 10 ? $"关联步数 {CentralitySteps} 应在 1 与 10 之间。"
        : DerivedSteps is < 1 or > 10 ? $"追溯步数 {DerivedSteps} 应在 1 与 10 之间。"
        : null;
}
