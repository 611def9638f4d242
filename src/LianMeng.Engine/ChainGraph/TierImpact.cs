namespace LianMeng.Engine.ChainGraph;

/// <summary>What fails in one tier.</summary>
/// <param name="Tier">Number of the tier.</param>
/// <param name="NewFirms">Firms hit for the first time.</param>
/// <param name="Links">Purchases that fail, wholly or in part.</param>
/// <param name="Lost">¥ a year of those purchases; a lower bound where figures are unknown.</param>
public sealed record TierImpact(int Tier, int NewFirms, int Links, GuardedAmount Lost);
