namespace LianMeng.Engine.Matching;

/// <summary>What one offer is worth for a request.</summary>
/// <param name="Score">Sum of the parts, 0 to 100, one decimal.</param>
/// <param name="Parts">The parts; empty when they were not asked for or there are none.</param>
/// <param name="Best">What the main part rests on.</param>
readonly record struct Judgement(double Score, IReadOnlyList<MatchPart> Parts, Evidence Best);
