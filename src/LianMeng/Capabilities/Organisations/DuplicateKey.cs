using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Organisations;

/// <summary>One of the keys under which firms that may be the same find each other. <see cref="DuplicateKeeper"/> keeps them in step with the names.</summary>
public sealed class DuplicateKey : IDistrictOwned
{
    private DuplicateKey() { }

    internal DuplicateKey(Guid organisationId, Guid districtId, long key) => (OrganisationId, DistrictId, Key) = (organisationId, districtId, key);

    public Guid OrganisationId { get; private set; }
    public Guid DistrictId { get; private set; }

    /// <summary>See <see cref="Engine.Matching.Duplicates.DuplicateKeys"/>.</summary>
    public long Key { get; private set; }
}
