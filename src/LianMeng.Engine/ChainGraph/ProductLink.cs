namespace LianMeng.Engine.ChainGraph;

/// <summary>A link between two products.</summary>
/// <param name="From">Key of the product the sentence starts with.</param>
/// <param name="To">Key of the other.</param>
/// <param name="Meaning">What the link says.</param>
/// <param name="Coefficient">Tonnes (or units) of From per unit of To, for <see cref="LinkMeaning.InputOf"/>; null where not known.</param>
/// <param name="Source">Where this is known from; null where the loader gave none.</param>
public sealed record ProductLink(string From, string To, LinkMeaning Meaning, decimal? Coefficient = null, string? Source = null);
