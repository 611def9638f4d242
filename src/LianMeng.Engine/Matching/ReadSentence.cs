namespace LianMeng.Engine.Matching;

/// <summary>What a sentence like "求购 ADC12 铝合金锭 每月 200 吨, 送到九龙坡" says, field by field, for a person to confirm. Nothing is guessed: what is not said is null.</summary>
public sealed record ReadSentence
{
    /// <summary>Whether somebody seeks or supplies; null when the sentence does not say.</summary>
    public MatchKind? Side { get; init; }

    /// <summary>What it is about, with its grade in front as people write it: 铝合金锭, ADC12铝合金锭.</summary>
    public string? Product { get; init; }

    /// <summary>Grade, model or specification in letters and digits: ADC12, 6061-T6.</summary>
    public string? Grade { get; init; }

    public decimal? Quantity { get; init; }

    /// <summary>As written, with the period: 吨, 吨/月.</summary>
    public string? Unit { get; init; }

    /// <summary>Yuan per <see cref="Unit"/> without its period; null when said of another unit that cannot be converted.</summary>
    public decimal? Price { get; init; }

    /// <summary>GB/T 2260 code of the place of delivery.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Named certificates: IATF 16949.</summary>
    public IReadOnlyList<string> Certificates { get; init; } = [];

    /// <summary>The day until which it is needed; null when none is said or it is past.</summary>
    public DateOnly? Until { get; init; }
}
