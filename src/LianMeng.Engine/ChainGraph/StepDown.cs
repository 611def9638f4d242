namespace LianMeng.Engine.ChainGraph;

/// <summary>A product that a firm could make next: it goes into it, and the district needs more of it than it makes.</summary>
/// <param name="Node">Health of the next product; never 未知.</param>
/// <param name="From">Keys of what the firm makes that goes into it.</param>
/// <param name="Unmet">Units a year: D − Q, above 0.</param>
/// <param name="Uses">For each of <paramref name="From"/>, units of it a year that the unmet demand would take; unknown where the coefficient is.</param>
/// <param name="Value">¥ a year of the unmet demand at the reference price; unknown without one.</param>
/// <param name="AlsoMissing">Keys of other inputs of it that nobody here makes (断).</param>
public sealed record StepDown(NodeHealth Node, IReadOnlyList<string> From, GuardedAmount Unmet, IReadOnlyList<GuardedAmount> Uses, GuardedAmount Value, IReadOnlyList<string> AlsoMissing);
