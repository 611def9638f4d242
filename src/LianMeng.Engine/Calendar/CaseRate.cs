namespace LianMeng.Engine.Calendar;

/// <summary>A rate that opens its records.</summary>
/// <param name="Of">the denominator's records</param>
/// <param name="Met">those of them that are in the numerator</param>
public sealed record CaseRate(IReadOnlyList<CaseRecord> Of, IReadOnlyList<CaseRecord> Met)
{
    public int Denominator => Of.Count;

    public int Numerator => Met.Count;

    /// <summary>Null without a denominator: no rate is better than 0 or 100 %.</summary>
    public decimal? Share => Of.Count == 0 ? null : (decimal)Met.Count / Of.Count;
}
