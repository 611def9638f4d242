using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Alliances;

/// <summary>One yearly review of one membership, as it was decided.</summary>
public sealed class MembershipReview : IDistrictOwned
{
    private MembershipReview() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid AllianceId { get; private set; }
    public Guid MembershipId { get; private set; }
    public ReviewDecision Decision { get; private set; }
    public string Reason { get; private set; } = "";
    public DateOnly On { get; private set; }

    internal static MembershipReview Of(Membership membership, ReviewDecision decision, string reason, DateOnly on)
        => new() { Id = Guid.CreateVersion7(), DistrictId = membership.DistrictId, AllianceId = membership.AllianceId, MembershipId = membership.Id, Decision = decision, Reason = reason, On = on };
}
