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

    /// <summary>Further words (certificates, conditions): they may earn points for qualifications and grades and are never what is asked for.</summary>
    public string? Details { get; init; }

    /// <summary>The circle (alliance) the asker belongs to; null = none.</summary>
    public string? Circle { get; init; }

    /// <summary>Whether the asker sees the offers of every circle within the scopes.</summary>
    public bool AllCircles { get; init; }

    /// <summary>The day of the question: offers that ended before it do not exist. Null = no offer has ended.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Whether declared purchases may be used; if not, they are as if not there. What a listing seeks is open and answers all the same.</summary>
    public bool SeesBuys { get; init; } = true;

    /// <summary>Offers or owners that a person found unfit for this asker, with the reason: they lose points.</summary>
    public IReadOnlyDictionary<Guid, string>? Lowered { get; init; }

    /// <summary>Offers or owners with whom this asker came to an agreement before, with what it was: they gain points.</summary>
    public IReadOnlyDictionary<Guid, string>? Raised { get; init; }

    /// <summary>Words that mean the same to this asker; null = none beside the aliases of the graph.</summary>
    public Synonyms? Synonyms { get; init; }

    /// <summary>Offers or owners left out, such as the asker's own.</summary>
    public IReadOnlySet<Guid>? Excluded { get; init; }

    /// <summary>Whether makers of neighbouring products are shown as weaker candidates.</summary>
    public bool Neighbours { get; init; } = true;
}
