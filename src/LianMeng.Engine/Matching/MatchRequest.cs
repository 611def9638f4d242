namespace LianMeng.Engine.Matching;

/// <summary>A question to the matcher.</summary>
/// <param name="Text">Free Chinese text: "求购再生铝锭 ADC12 每月200吨".</param>
/// <param name="Kind">Which side asks.</param>
/// <param name="Take">At most so many items.</param>
/// <param name="Scopes">Only offers of these districts exist for this question.</param>
public sealed record MatchRequest(string Text, MatchKind Kind, int Take, IReadOnlySet<Guid> Scopes)
{
    /// <summary>GB/T 2260 code of the asker, 6 digits; null gives no points for nearness.</summary>
    public string? Region { get; init; }

    /// <summary>Offers left out, such as the asker's own.</summary>
    public IReadOnlySet<Guid>? Excluded { get; init; }

    /// <summary>Whether makers of neighbouring products are shown as weaker candidates.</summary>
    public bool Neighbours { get; init; } = true;
}
