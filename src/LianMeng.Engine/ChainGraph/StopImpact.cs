namespace LianMeng.Engine.ChainGraph;

/// <summary>What happens if a firm stops.</summary>
/// <param name="Firm">The firm that stops.</param>
/// <param name="Tiers">Tier by tier.</param>
/// <param name="Firms">Everybody hit, by tier, then id. An order by ¥ is the caller's, of what the viewer sees.</param>
/// <param name="Replacements">For each product it sold, by key.</param>
public sealed record StopImpact(Guid Firm, IReadOnlyList<TierImpact> Tiers, IReadOnlyList<FirmImpact> Firms, IReadOnlyList<Replacement> Replacements)
{
    /// <summary>¥ a year that fail in all tiers, safe to show beside the tiers.</summary>
    public ShownAmount Total(Viewer viewer) => GuardedAmount.Total([.. Tiers.Select(tier => tier.Lost)], viewer, "元");
}
