using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Deals;

/// <summary>How a deal goes on some time after both confirmed the contract.</summary>
public sealed class DealFollowUp : IDistrictOwned
{
    private DealFollowUp() { }

    public Guid Id { get; private set; }
    public Guid DealId { get; private set; }
    public Guid DistrictId { get; private set; }

    /// <summary>1, 2 or 3: after <see cref="DealsCapability.FollowUpDays"/>.</summary>
    public int Number { get; private set; }
    public FollowUpOutcome Outcome { get; private set; }
    public string? Text { get; private set; }

    /// <summary>Null when an officer answered.</summary>
    public DealSide? Side { get; private set; }
    public Guid? AnsweredBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime AnsweredAt { get; private set; }

    internal static DealFollowUp Of(Deal deal, int number, FollowUpOutcome outcome, string? text, DealSide? side, Guid? by, DateTime now)
        => new() { Id = Guid.CreateVersion7(), DealId = deal.Id, DistrictId = deal.DistrictId, Number = number, Outcome = outcome, Text = text, Side = side, AnsweredBy = by, AnsweredAt = now };
}
