using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Organisations;

/// <summary>
/// 变更申请: a firm asks that its name, code or region be changed. These three decide who it is and where it counts, so the secretary
/// compares them with the licence; everything else the firm changes itself.
/// </summary>
public sealed class OrganisationChangeRequest : IDistrictOwned, IVersioned
{
    public const int ReasonLimit = 200;

    private OrganisationChangeRequest() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }
    public Guid OrganisationId { get; private set; }

    /// <summary>Null: stays as it is.</summary>
    public string? NewName { get; private set; }
    public string? NewUscc { get; private set; }
    public string? NewRegionCode { get; private set; }
    public string? Reason { get; private set; }
    public Guid? AskedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime AskedAt { get; private set; }
    public ChangeRequestState State { get; private set; } = ChangeRequestState.Pending;
    public Guid? DecidedBy { get; private set; }
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was refused, or what the firm should know.</summary>
    public string? Answer { get; private set; }

    public static OrganisationChangeRequest Ask(Guid organisationId, string? name, string? uscc, string? region, string? reason, Guid? by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(), OrganisationId = organisationId, NewName = name, NewUscc = uscc, NewRegionCode = region, Reason = reason, AskedBy = by, AskedAt = now,
    };

    /// <returns>false when it was decided already</returns>
    public bool Decide(ChangeRequestState state, string? answer, Guid? by, DateTime now)
    {
        if (State != ChangeRequestState.Pending) return false;
        (State, Answer, DecidedBy, DecidedAt) = (state, answer, by, now);
        return true;
    }
}
