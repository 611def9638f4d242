namespace LianMeng.Engine.Matching;

/// <summary>Sums the parts of one score, with or without their sentences: both ways in the same order, so that the sums are equal to the last bit.</summary>
/// <param name="isTold">Whether the parts themselves are wanted.</param>
sealed class Tally(bool isTold)
{
    readonly List<MatchPart>? parts = isTold ? [] : null;
    double sum;

    public bool IsTold => isTold;

    /// <summary>One decimal.</summary>
    public double Total => Math.Round(sum, 1);

    public IReadOnlyList<MatchPart> Parts => parts ?? (IReadOnlyList<MatchPart>)[];

    /// <summary>Adds a part; nothing of no weight is a part.</summary>
    public void Add(ReasonKind kind, double weight, string text)
    {
        var points = Math.Round(weight, 1, MidpointRounding.AwayFromZero);
        if (points == 0) return;
        sum += points;
        parts?.Add(new(kind, points, text));
    }
}
