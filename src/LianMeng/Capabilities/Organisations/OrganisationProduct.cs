using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Organisations;

/// <summary>A product a firm makes, buys or has as by-product, in the firm's own words.</summary>
public sealed class OrganisationProduct : IDistrictOwned
{
    public const int NameLimit = 100;

    private OrganisationProduct() { }

    internal OrganisationProduct(ProductRole role, string name, int position)
    {
        Id = Guid.CreateVersion7();
        Role = role;
        Name = name;
        Position = position;
    }

    public Guid Id { get; private set; }
    public Guid OrganisationId { get; private set; }
    public Guid DistrictId { get; private set; }
    public ProductRole Role { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Its place in the list as given: the first is the main one.</summary>
    public int Position { get; private set; }
}
