using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Organisations;

/// <summary>资质: 高新技术企业, 专精特新 ….</summary>
public sealed class OrganisationQualification : IDistrictOwned
{
    public const int NameLimit = 60;

    private OrganisationQualification() { }

    internal OrganisationQualification(string name, int position)
    {
        Id = Guid.CreateVersion7();
        Name = name;
        Position = position;
    }

    public Guid Id { get; private set; }
    public Guid OrganisationId { get; private set; }
    public Guid DistrictId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Its place in the list as given.</summary>
    public int Position { get; private set; }
}
