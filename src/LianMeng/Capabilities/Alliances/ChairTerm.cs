using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Alliances;

/// <summary>A term of the rotating chair, for the Party organisation of one member: invited, then accepted or declined; or a member that was skipped, with the reason.</summary>
public sealed class ChairTerm : IDistrictOwned, IVersioned
{
    private ChairTerm() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }
    public Guid AllianceId { get; private set; }
    public Guid MembershipId { get; private set; }
    public Guid OrganisationId { get; private set; }

    /// <summary>The firm's Party organisation, which is the chair.</summary>
    public Guid? PartyOrganisationId { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; private set; }

    public ChairState State { get; private set; }
    public string? Reason { get; private set; }

    /// <summary>The answer was written down by the committee for the firm.</summary>
    public bool OnBehalf { get; private set; }

    public DateTime DecidedAt { get; private set; }

    /// <summary>The period's last day while invited or accepted: unique within an alliance, so that no two hold one term.</summary>
    public DateOnly? LiveUntil { get; private set; }

    /// <summary>It counts as a term served, or to be served.</summary>
    public bool IsServed => State is (ChairState.Accepted or ChairState.Ended) && From <= To;

    public bool RunsOn(DateOnly day) => State == ChairState.Accepted && From <= day && day <= To;

    internal static ChairTerm Invite(Membership membership, Guid partyOrganisationId, DateOnly from, DateOnly to, DateTime now)
        => new()
        {
            Id = Guid.CreateVersion7(), DistrictId = membership.DistrictId, AllianceId = membership.AllianceId, MembershipId = membership.Id, OrganisationId = membership.OrganisationId,
            PartyOrganisationId = partyOrganisationId, From = from, To = to, State = ChairState.Invited, DecidedAt = now, LiveUntil = to,
        };

    internal static ChairTerm Skip(Membership membership, DateOnly from, DateOnly to, string reason, DateTime now)
        => new()
        {
            Id = Guid.CreateVersion7(), DistrictId = membership.DistrictId, AllianceId = membership.AllianceId, MembershipId = membership.Id, OrganisationId = membership.OrganisationId,
            From = from, To = to, State = ChairState.Skipped, Reason = reason, DecidedAt = now,
        };

    /// <returns>why not, or null when it was done</returns>
    public string? Answer(bool accept, string? reason, bool onBehalf, DateTime now)
    {
        if (State != ChairState.Invited) return $"这份邀请{ListExport.Words(State)}，不能再答复。";
        if (!accept && string.IsNullOrWhiteSpace(reason)) return "谢绝请写明原因，轮值顺序要据此说明。";
        (State, Reason, OnBehalf, DecidedAt) = (accept ? ChairState.Accepted : ChairState.Declined, reason, onBehalf, now);
        if (!accept) LiveUntil = null;
        return null;
    }

    /// <summary>An invitation is taken back, a term that runs or is to come ends today.</summary>
    /// <inheritdoc cref="Answer"/>
    public string? End(string reason, DateOnly today, DateTime now)
    {
        if (State is not (ChairState.Invited or ChairState.Accepted) || (State == ChairState.Accepted && To < today)) return "这一任期已经结束，不用再终止。";
        if (State == ChairState.Accepted) To = today < From ? From.AddDays(-1) : today;
        (State, Reason, DecidedAt, LiveUntil) = (State == ChairState.Invited ? ChairState.Withdrawn : ChairState.Ended, reason, now, null);
        return null;
    }

    /// <summary>The firm was merged into another.</summary>
    internal void Follow(Guid organisationId) => OrganisationId = organisationId;
}
