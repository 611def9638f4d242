namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// A second-tier gap: what would be missing next if the first gaps were closed here. Needed = units × consumption coefficients; missing is what the declared spare capacity does not cover.
/// </summary>
/// <param name="Product">The input.</param>
/// <param name="Steps">Steps from the gap at which it is first needed.</param>
/// <param name="Needed">Units a year, over all steps followed.</param>
/// <param name="Missing">Units a year not covered by spare capacity; unknown where local makers did not declare it or too few firms answered.</param>
/// <param name="Value">¥ a year of what is missing, at the reference price; unknown without one.</param>
/// <param name="For">Keys of the products it is needed for, directly.</param>
public sealed record DerivedGap(ChainProduct Product, int Steps, GuardedAmount Needed, GuardedAmount Missing, GuardedAmount Value, IReadOnlyList<string> For);
