namespace LianMeng.Engine.Matching;

/// <summary>One owner found, by the best of its offers.</summary>
/// <param name="OfferId">The offer: an organisation or a listing.</param>
/// <param name="Score">Sum of the parts' weights, 0 to 100, one decimal; the same scale for every query.</param>
/// <param name="Parts">What the score is made of; the first part is the main one.</param>
/// <param name="IsDirect">False for a weaker candidate that only stands next to the thing asked for in the chain.</param>
public sealed record MatchItem(Guid OfferId, double Score, IReadOnlyList<MatchPart> Parts, bool IsDirect)
{
    /// <summary>The organisation behind the offer; the offer itself when it has no other owner.</summary>
    public Guid Owner { get; init; } = OfferId;

    /// <summary>The owner's other offers that answer directly, best first.</summary>
    public IReadOnlyList<Guid> Also { get; init; } = [];
}
