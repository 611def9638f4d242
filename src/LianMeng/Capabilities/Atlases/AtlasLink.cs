using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Atlases;

/// <summary>A link between two products of an atlas; there is one of a meaning between two.</summary>
/// <param name="From">Key of the product the sentence starts with.</param>
/// <param name="To">Key of the other.</param>
/// <param name="Meaning">What the link says.</param>
/// <param name="Coefficient">Units of From per unit of To, consumed or yielded; null where not known.</param>
/// <param name="CoefficientUnit">From's unit over To's: t/t, kWh/t.</param>
/// <param name="Share">Which part of all that goes into To is From, 0 to 1; null where not known.</param>
/// <param name="Source">Title and year.</param>
/// <param name="AsOf">The day in China as of which it is so.</param>
public sealed record AtlasLink(
    string From, string To, LinkMeaning Meaning, decimal? Coefficient = null, string? CoefficientUnit = null, decimal? Share = null, string? Source = null, DateOnly? AsOf = null)
{
    internal (string From, string To, LinkMeaning Meaning) Id => (From, To, Meaning);

    internal ProductLink ToProductLink() => new(From, To, Meaning, Coefficient, Source, CoefficientUnit, Share);
}
