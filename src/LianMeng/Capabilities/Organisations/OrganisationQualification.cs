using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Organisations;

/// <summary>资质: 高新技术企业, 专精特新 ….</summary>
public sealed class OrganisationQualification : IDistrictOwned
{
    public const int NameLimit = 60;

    private OrganisationQualification() { }

    internal OrganisationQualification(string name)
    {
        Id = Guid.CreateVersion7();
        Name = name;
    }

    public Guid Id { get; private set; }
    public Guid OrganisationId { get; private set; }
    public Guid DistrictId { get; private set; }
    public string Name { get; private set; } = "";
}
