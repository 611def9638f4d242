using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>联系人: whom to call at an organisation, about what. Personal data: in no fact, in no other district, gone when the organisation leaves.</summary>
public sealed class OrganisationContact : OrganisationLine, IVersioned
{
    public const int NameLimit = 40;

    private OrganisationContact() { }

    internal OrganisationContact(int position) => Position = position;

    /// <summary>A number sealed anew under another key and one changed by a person do not overwrite each other.</summary>
    public Guid Version { get; private set; }

    public string? Name { get; private set; }
    public ContactPurpose Purpose { get; private set; } = ContactPurpose.Other;

    /// <summary>联系电话, sealed; <see cref="Telephones"/> opens it.</summary>
    public string? Phone { get; private set; }

    /// <summary>What the number is found by.</summary>
    public string? PhoneDigest { get; private set; }

    public SealedValue? Telephone => Phone is { } phone ? new(phone, PhoneDigest!) : null;

    internal IReadOnlyList<FieldChange> Compare(string? name, ContactPurpose purpose, SealedValue? phone)
    {
        var changes = new List<FieldChange>();
        if (Name != name) changes.Add(new("联系人", null, null));
        if (Purpose != purpose) changes.Add(new("用途", ListExport.Words(Purpose), ListExport.Words(purpose)));
        if (PhoneDigest != phone?.Digest) changes.Add(new("联系电话", null, null));
        return changes;
    }

    internal void Apply(string? name, ContactPurpose purpose, SealedValue? phone, Origin origin)
    {
        (Name, Purpose, Phone, PhoneDigest) = (name, purpose, phone?.Text, phone?.Digest);
        From(origin);
    }

    /// <summary>The same number under another key: nothing happened to the firm.</summary>
    internal void Reseal(SealedValue phone) => (Phone, PhoneDigest) = (phone.Text, phone.Digest);
}
