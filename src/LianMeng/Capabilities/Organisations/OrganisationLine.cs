using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Organisations;

/// <summary>A row of an organisation's lists: a product, a qualification, a contact, a site. It carries its own origin.</summary>
public abstract class OrganisationLine : IDistrictOwned
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; private set; }
    public Guid DistrictId { get; private set; }

    /// <summary>Its place in the list as given: the first is the main one.</summary>
    public int Position { get; internal set; }

    public DataSource Source { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime EnteredAt { get; private set; }

    /// <summary>The person; null for the program itself.</summary>
    public Guid? EnteredBy { get; private set; }

    public Origin Origin => new(Source, EnteredAt, EnteredBy);

    internal void From(Origin origin) => (Source, EnteredAt, EnteredBy) = (origin.Source, origin.At, origin.By);
}
