using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Organisations;

/// <summary>What an organisation was called, or which code it had, until a day. It is still found by it, in searches and in files.</summary>
public sealed class FormerIdentity : IDistrictOwned
{
    private FormerIdentity() { }

    internal FormerIdentity(FormerIdentityKind kind, string text, string key, DateTime until)
    {
        Id = Guid.CreateVersion7();
        (Kind, Text, Key, Until) = (kind, text, key, until);
    }

    public Guid Id { get; private set; }
    public Guid OrganisationId { get; private set; }
    public Guid DistrictId { get; private set; }
    public FormerIdentityKind Kind { get; private set; }

    /// <summary>The name or code as it was written.</summary>
    public string Text { get; private set; } = "";

    /// <summary>As it is compared: <see cref="Organisation.KeyOf"/> of a name, the code itself.</summary>
    public string Key { get; private set; } = "";

    /// <summary>When it was replaced (UTC).</summary>
    public DateTime Until { get; private set; }
}
