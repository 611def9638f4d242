namespace LianMeng.Engine.ChainGraph;

/// <summary>A link between two products.</summary>
/// <param name="From">Key of the product the sentence starts with.</param>
/// <param name="To">Key of the other.</param>
/// <param name="Meaning">What the link says.</param>
/// <param name="Coefficient">Units of From per unit of To: consumed (<see cref="LinkMeaning.InputOf"/>) or yielded (<see cref="LinkMeaning.ByProductOf"/>); null where not known.</param>
/// <param name="Source">Where this is known from, title and year; null where the loader gave none.</param>
/// <param name="CoefficientUnit">Of <paramref name="Coefficient"/>, From's over To's: "t/t", "kWh/t", "kg/m²"; null where there is no coefficient or the loader gave none.</param>
/// <param name="Share">Which part of all that goes into To is From, 0 to 1; null where not known.</param>
public sealed record ProductLink(
    string From, string To, LinkMeaning Meaning, decimal? Coefficient = null, string? Source = null, string? CoefficientUnit = null, decimal? Share = null);
