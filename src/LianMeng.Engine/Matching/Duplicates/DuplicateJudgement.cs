namespace LianMeng.Engine.Matching.Duplicates;

/// <summary>The verdict on two writings, and why.</summary>
/// <param name="Reasons">Chinese sentences without full stop, the weightiest first; for <see cref="DuplicateVerdict.New"/> what speaks against.</param>
/// <param name="Weight">0 to 1: orders candidates among each other, and is no probability</param>
public sealed record DuplicateJudgement(DuplicateVerdict Verdict, IReadOnlyList<string> Reasons, double Weight);
