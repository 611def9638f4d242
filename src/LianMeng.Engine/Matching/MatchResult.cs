namespace LianMeng.Engine.Matching;

/// <summary>The matcher's answer.</summary>
/// <param name="Items">Best first; empty when nobody qualifies.</param>
/// <param name="Wanted">What the text was understood to ask for, most important first; empty when nothing was recognised.</param>
/// <param name="Missing">Chinese sentences on what is missing; empty when somebody makes (or buys) the thing itself.</param>
public sealed record MatchResult(IReadOnlyList<MatchItem> Items, IReadOnlyList<string> Wanted, IReadOnlyList<string> Missing)
{
    /// <summary>The same without what only synonyms made of it.</summary>
    public IReadOnlyList<string> Said { get; init; } = Wanted;
}
