using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Alliances;

/// <summary>
/// An organisation in an alliance: applied → approved → active → under review → left, each step with its reason. Who left may apply
/// again: that is another membership.
/// </summary>
public sealed class Membership : IDistrictOwned, IVersioned
{
    public const int ReasonLimit = 200, EvidenceLimit = 1000;

    private Membership() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }
    public Guid AllianceId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public MembershipState State { get; private set; }

    /// <summary>Why it is in this state.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What the last step stood on; files hang on the membership.</summary>
    public string? Evidence { get; private set; }

    /// <summary>The approval that names it: then there was no application.</summary>
    public Guid? ApprovalId { get; private set; }

    public DateOnly AppliedOn { get; private set; }

    /// <summary>成为正式成员 on which day.</summary>
    public DateOnly? JoinedOn { get; private set; }

    public DateOnly? LeftOn { get; private set; }

    /// <summary>The last yearly review.</summary>
    public DateOnly? ReviewedOn { get; private set; }

    /// <summary>基础较好、有一定影响力, as judged; null while nobody judged.</summary>
    public bool? IsFitForChair { get; private set; }

    public string? Judgement { get; private set; }
    public DateOnly? JudgedOn { get; private set; }

    /// <summary>The instructor named for it: the account's id.</summary>
    public Guid? InstructorId { get; private set; }

    /// <summary>The organisation while it has not left: unique within an alliance.</summary>
    public Guid? LiveOrganisationId { get; private set; }

    public bool IsPresent => State is MembershipState.Active or MembershipState.UnderReview;

    public bool HasLeft => State == MembershipState.Left;

    /// <summary>The day from which the next review is counted.</summary>
    public DateOnly? CheckedOn => ReviewedOn ?? JoinedOn;

    internal static Membership Apply(Guid districtId, Guid allianceId, Guid organisationId, string reason, string? evidence, DateOnly today)
    {
        var membership = New(districtId, allianceId, organisationId, today);
        membership.Set(MembershipState.Applied, reason, evidence);
        return membership;
    }

    /// <summary>Named in an approval, or taken over from the list of those who were members before the platform.</summary>
    internal static Membership Known(Guid districtId, Guid allianceId, Guid organisationId, Guid? approvalId, DateOnly joinedOn, string reason, string? evidence)
    {
        var membership = New(districtId, allianceId, organisationId, joinedOn);
        membership.ApprovalId = approvalId;
        membership.JoinedOn = joinedOn;
        membership.Set(MembershipState.Active, reason, evidence);
        return membership;
    }

    /// <summary>The steps that are open from here.</summary>
    public IReadOnlyList<MembershipState> Next => NextOf(State);

    public static IReadOnlyList<MembershipState> NextOf(MembershipState state) => state switch
    {
        MembershipState.Applied => [MembershipState.Approved, MembershipState.Left],
        MembershipState.Approved => [MembershipState.Active, MembershipState.Left],
        MembershipState.Active => [MembershipState.UnderReview, MembershipState.Left],
        MembershipState.UnderReview => [MembershipState.Active, MembershipState.Left],
        _ => [],
    };

    /// <returns>why not, or null when it was done</returns>
    public string? Move(MembershipState to, string? reason, string? evidence, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(reason)) return "每一步都要写明原因。";
        if (!Next.Contains(to))
            return Next.Count == 0 ? "成员已退出；要再加入，请重新申请。" : $"现为“{ListExport.Words(State)}”，下一步只能是{string.Join("或", Next.Select(s => $"“{ListExport.Words(s)}”"))}。";
        if (to == MembershipState.Active) JoinedOn ??= today;
        if (to == MembershipState.Left)
        {
            LeftOn = today;
            LiveOrganisationId = null;
        }

        Set(to, reason, evidence);
        return null;
    }

    /// <summary>Kept at the yearly review.</summary>
    internal void Reviewed(DateOnly on) => ReviewedOn = on;

    internal void Judge(bool fit, string judgement, DateOnly today) => (IsFitForChair, Judgement, JudgedOn) = (fit, judgement, today);

    internal void Name(Guid? instructor) => InstructorId = instructor;

    /// <summary>The day was written down wrongly.</summary>
    internal void Correct(DateOnly joinedOn) => JoinedOn = joinedOn;

    /// <summary>The firm was merged into another, or is itself again.</summary>
    /// <param name="isLive">false while another membership of the alliance stands for it</param>
    internal void Follow(Guid organisationId, bool isLive) => (OrganisationId, LiveOrganisationId) = (organisationId, isLive ? organisationId : null);

    /// <summary>Of two memberships of one firm this one counts.</summary>
    internal bool IsFurtherThan(Membership other) => IsPresent == other.IsPresent ? !IsPresent && State > other.State : IsPresent;

    private static Membership New(Guid districtId, Guid allianceId, Guid organisationId, DateOnly appliedOn)
        => new() { Id = Guid.CreateVersion7(), DistrictId = districtId, AllianceId = allianceId, OrganisationId = organisationId, LiveOrganisationId = organisationId, AppliedOn = appliedOn };

    private void Set(MembershipState state, string reason, string? evidence) => (State, Reason, Evidence) = (state, reason, evidence);
}
