namespace LianMeng.Engine.Matching;

/// <summary>One organisation found.</summary>
/// <param name="OfferId">The organisation.</param>
/// <param name="Score">Sum of the parts' weights, 0 to 100; the same scale for every query.</param>
/// <param name="Parts">What the score is made of; the first part is the main one.</param>
public sealed record MatchItem(Guid OfferId, double Score, IReadOnlyList<MatchPart> Parts)
{
    /// <summary>False for a candidate that only makes a neighbour in the chain, not the thing itself.</summary>
    public bool IsDirect => Parts.Count > 0 && Parts[0].Kind != ReasonKind.Graph;
}
