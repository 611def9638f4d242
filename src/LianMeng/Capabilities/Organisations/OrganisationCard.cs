using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Organisations;

/// <summary>What other districts see of a firm that speaks to them by a listing: its name and where it is. Written by <see cref="Organisation"/> alone.</summary>
public sealed class OrganisationCard : IPublished
{
    internal OrganisationCard() { }

    /// <summary>The firm's.</summary>
    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public string Name { get; private set; } = "";
    public string? RegionCode { get; private set; }

    internal OrganisationCard Follow(Organisation firm)
    {
        Id = firm.Id;
        DistrictId = firm.DistrictId;
        Name = firm.Name;
        RegionCode = firm.RegionCode;
        return this;
    }
}
