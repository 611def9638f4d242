using LianMeng.Engine.ChainGraph;

namespace LianMeng.Engine.Matching;

/// <summary>Finds who makes (or buys) what a free text asks for, with reasons.</summary>
public sealed partial class MatchIndex
{
    /// <param name="graph">Product graph; absent = no aliases and no neighbours.</param>
    /// <param name="regionName">Name of a 6-digit region code, for reasons; absent or null answer = 同一区县.</param>
    /// <param name="places">Further place names that a text may mention without asking for them (short and long forms).</param>
    public MatchIndex(ProductGraph? graph = null, Func<string, string?>? regionName = null, IEnumerable<string>? places = null)
    {
        _ = graph; _ = regionName; _ = places;
    }

    /// <summary>Offers now in the index.</summary>
    public int Count => 0;

    /// <summary>Adds an offer or replaces the one with the same id.</summary>
    public void Upsert(Offer offer) => ArgumentNullException.ThrowIfNull(offer);

    /// <summary>Takes an offer out at once. False when there was none.</summary>
    public bool Remove(Guid id) => false;

    /// <summary>Answers a request.</summary>
    public MatchResult Search(MatchRequest request) => new([], [], []);

    /// <summary>Runs the same parts on one named offer ("why not"). Null when the offer is unknown or outside the request's scopes.</summary>
    public MatchExplanation? Explain(Guid offerId, MatchRequest request) => null;
}
