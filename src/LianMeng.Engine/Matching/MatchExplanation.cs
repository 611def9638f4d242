namespace LianMeng.Engine.Matching;

/// <summary>Why, or why not, one named organisation answers a request.</summary>
/// <param name="Qualifies">Whether it would be listed, itself or through a better offer of its owner (if <see cref="MatchRequest.Take"/> reached so far).</param>
/// <param name="Score">Sum of the parts.</param>
/// <param name="Parts">The same parts as in a search; below the threshold they are what came nearest.</param>
/// <param name="WhyNot">Chinese sentences; empty when it qualifies, unless it was lowered, which is said in either case.</param>
public sealed record MatchExplanation(bool Qualifies, double Score, IReadOnlyList<MatchPart> Parts, IReadOnlyList<string> WhyNot);
