namespace LianMeng.Engine.Matching;

/// <summary>One named part of a score.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Weight">Points it contributes, one decimal; negative only for <see cref="ReasonKind.Rejected"/>.</param>
/// <param name="Text">The reason as a Chinese sentence: 主营产品含“铝合金锭”.</param>
public sealed record MatchPart(ReasonKind Kind, double Weight, string Text);
