namespace LianMeng.Engine.Flows;

/// <summary>The most profitable way to carry supplies to demands, with its proof.</summary>
/// <param name="Flows">One an arc, in the order given, in the unit of the supplies.</param>
/// <param name="Profit">In total (¥); no other plan has more.</param>
/// <param name="SupplyPrices">
/// One a supply. The most is the price at which a supplier would switch: a new outlet takes this supply over exactly when it brings more than that a unit.
/// </param>
/// <param name="DemandPrices">One a demand: what one unit more of room there is worth.</param>
/// <remarks>
/// (SupplyPrices.Most, DemandPrices.Least) and (SupplyPrices.Least, DemandPrices.Most) each are dual solutions: not negative, their sum covers the profit of every arc and equals it on
/// every arc in use, and a price above zero means that the supply or demand is used up.
/// </remarks>
public sealed record TransportSolution(IReadOnlyList<decimal> Flows, decimal Profit, IReadOnlyList<PriceRange> SupplyPrices, IReadOnlyList<PriceRange> DemandPrices);
