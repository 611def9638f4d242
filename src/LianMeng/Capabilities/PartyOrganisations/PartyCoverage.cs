using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>An organisation that a Party organisation covers.</summary>
public sealed class PartyCoverage : IDistrictOwned
{
    private PartyCoverage() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid PartyOrganisationId { get; private set; }
    public Guid OrganisationId { get; private set; }

    /// <summary>The same organisation under another's id: firms that were merged.</summary>
    internal void Cover(Guid organisationId) => OrganisationId = organisationId;

    internal static PartyCoverage Of(Guid districtId, Guid partyOrganisationId, Guid organisationId)
        => new() { Id = Guid.CreateVersion7(), DistrictId = districtId, PartyOrganisationId = partyOrganisationId, OrganisationId = organisationId };
}
