using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Alliances;

/// <summary>One activity or service that reached one member, on a day: what 有效覆盖 counts on.</summary>
public sealed class ServiceRecord : IDistrictOwned
{
    public const int TextLimit = 300;

    private ServiceRecord() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid AllianceId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public ServiceKind Kind { get; private set; }
    public DateOnly On { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>The firm was merged into another.</summary>
    internal void Follow(Guid organisationId) => OrganisationId = organisationId;

    internal static ServiceRecord Of(Membership membership, ServiceKind kind, DateOnly on, string text)
        => new() { Id = Guid.CreateVersion7(), DistrictId = membership.DistrictId, AllianceId = membership.AllianceId, OrganisationId = membership.OrganisationId, Kind = kind, On = on, Text = text };
}
