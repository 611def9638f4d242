namespace LianMeng.Engine.ChainGraph;

/// <summary>An offer to a buyer: so much of what it buys outside could come from this maker. Never a target, a ranking of firms or a condition of anything.</summary>
/// <param name="Purchase">Place of the purchase in the list given.</param>
/// <param name="Offer">Place of the offer in the list given.</param>
/// <param name="Quantity">Units a year in the best plan for all buyers together.</param>
/// <param name="Saving">¥ a year on that quantity.</param>
/// <param name="SavingPerUnit">¥ a unit.</param>
/// <param name="Basis">What the saving contains.</param>
/// <param name="Label">The same in words.</param>
public sealed record Substitution(int Purchase, int Offer, GuardedAmount Quantity, GuardedAmount Saving, GuardedAmount SavingPerUnit, SavingBasis Basis, string Label);
