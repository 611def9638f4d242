namespace LianMeng.Capabilities.Introductions.Public;

/// <summary>When an introduction took each step (UTC): what the funnel counts. Null: it did not come that far.</summary>
public sealed class IntroductionFigure
{
    public Guid Id { get; init; }
    public Guid DistrictId { get; init; }

    /// <summary>The alliance it counts for; null when the two firms share none.</summary>
    public Guid? AllianceId { get; init; }
    public Guid SellerId { get; init; }
    public Guid BuyerId { get; init; }

    /// <summary>When it began, by an officer or by one of the firms.</summary>
    public DateTime SuggestedAt { get; init; }

    /// <summary>The first of the two consented.</summary>
    public DateTime? OfferedAt { get; init; }
    public DateTime? ConsentedAt { get; init; }
    public DateTime? TalkingAt { get; init; }
    public DateTime? DealAt { get; init; }
    public DateTime? DeclinedAt { get; init; }

    /// <summary>A side took its consent back, or the suggestion was taken back.</summary>
    public DateTime? WithdrawnAt { get; init; }
}
