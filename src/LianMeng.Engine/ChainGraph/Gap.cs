namespace LianMeng.Engine.ChainGraph;

/// <summary>A product of which the district makes too little (断 or 弱), and what leaves the district for it.</summary>
/// <param name="Node">Its health.</param>
/// <param name="OutsideQuantity">Units a year bought outside (D × outside share); a lower bound where a line says neither quantity nor origin.</param>
/// <param name="Leaving">¥ a year that leave the district (D × price × outside share); unknown where no price is.</param>
/// <param name="Shortfall">Units a year that local makers could not supply: D − Q, at least 0.</param>
/// <param name="Dependents">Products made here that need this one within <see cref="GapRule.CentralitySteps"/> steps.</param>
/// <param name="LocalProducts">Products made here, itself not counted.</param>
public sealed record Gap(NodeHealth Node, GuardedAmount OutsideQuantity, GuardedAmount Leaving, GuardedAmount Shortfall, int Dependents, int LocalProducts)
{
    /// <summary>1 + the share of the products made here that need this one: 1 (none) to 2 (all).</summary>
    public decimal Centrality => 1 + (LocalProducts == 0 ? 0 : (decimal)Dependents / LocalProducts);

    /// <summary>What a viewer's list is sorted by: ¥ leaving, as he sees it, × centrality; null when unknown.</summary>
    public decimal? RankKey(Viewer viewer) => Leaving.For(viewer).OrderKey * Centrality;
}
