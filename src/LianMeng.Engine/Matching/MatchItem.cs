namespace LianMeng.Engine.Matching;

/// <summary>One organisation found.</summary>
/// <param name="OfferId">The organisation.</param>
/// <param name="Score">Sum of the parts' weights, 0 to 100, one decimal; the same scale for every query.</param>
/// <param name="Parts">What the score is made of; the first part is the main one.</param>
/// <param name="IsDirect">False for a weaker candidate that only stands next to the thing asked for in the chain.</param>
public sealed record MatchItem(Guid OfferId, double Score, IReadOnlyList<MatchPart> Parts, bool IsDirect);
