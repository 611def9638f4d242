namespace LianMeng.Engine.ChainGraph;

/// <summary>A firm that is hit.</summary>
/// <param name="Firm">The firm.</param>
/// <param name="Tier">1 buys from the stopped firm, 2 from one of tier 1 …: the first tier in which one of its purchases fails.</param>
/// <param name="Lost">¥ a year of its purchases that fail; a lower bound where quantities or values are unknown.</param>
/// <param name="Stopped">
/// Largest share of one of its products' making that stops, in %: how its purchases are divided, so guarded like them; 0 where what fails does not go into what it sells, a lower bound where a quantity is missing.
/// </param>
/// <remarks>That a firm stands here says that it buys from the one before: who may see links between firms is the caller's rule.</remarks>
public sealed record FirmImpact(Guid Firm, int Tier, GuardedAmount Lost, GuardedAmount Stopped);
