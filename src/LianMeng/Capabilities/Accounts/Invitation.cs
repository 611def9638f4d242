using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Accounts;

/// <summary>邀请: a post promised to whoever brings the secret, once and until a day. The secret itself is kept nowhere.</summary>
public sealed class Invitation : ICityWide, IVersioned
{
    private Invitation() { }

    public Guid Id { get; private set; }

    /// <summary><see cref="InvitationCode.DigestOf"/> of the secret.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>The name that a new account gets; empty where the code claims a firm, and whoever brings it says who they are.</summary>
    public string DisplayName { get; private set; } = "";

    public Role Role { get; private set; }
    public Guid? DistrictId { get; private set; }
    public Guid? OrganisationId { get; private set; }

    /// <summary>Whoever stands on the list of posts already and gets an account by this; their posts stay as they are.</summary>
    public Guid? PersonId { get; private set; }

    public Guid InvitedBy { get; private set; }
    public DateTime At { get; private set; }
    public DateTime ExpiresAt { get; private set; }

    public DateTime? UsedAt { get; private set; }

    /// <summary>The account that holds the post now.</summary>
    public Guid? UsedBy { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>The invitation that was made anew of this one.</summary>
    public Guid? ReplacedBy { get; private set; }

    /// <summary>Accepted and withdrawn at once: the second finds another version.</summary>
    public Guid Version { get; private set; }

    /// <summary>A new one, and its secret, which is shown once.</summary>
    public static (Invitation Invitation, string Code) Make(string displayName, Post post, Guid invitedBy, DateTime now, TimeSpan life, Guid? personId = null)
    {
        var code = InvitationCode.Make();
        return (new()
        {
            Id = Guid.CreateVersion7(),
            Digest = InvitationCode.DigestOf(code),
            DisplayName = displayName,
            Role = post.Role,
            DistrictId = post.DistrictId,
            OrganisationId = post.OrganisationId,
            PersonId = personId,
            InvitedBy = invitedBy,
            At = now,
            ExpiresAt = now + life,
        }, code);
    }

    public Post Post => new(Role, DistrictId, AllianceId: null, OrganisationId);

    /// <summary>Neither used nor withdrawn nor run out; whether the inviter may still give posts is another question.</summary>
    public bool IsOpen(DateTime now) => UsedAt is null && WithdrawnAt is null && now < ExpiresAt;

    public void Use(Guid userId, DateTime now) => (UsedAt, UsedBy) = (now, userId);

    public void Withdraw(DateTime now) => WithdrawnAt ??= now;

    public void ReplaceBy(Guid invitationId) => ReplacedBy = invitationId;

    /// <summary>The organisation it is for turned out to be another entry of the register.</summary>
    internal void PromiseAt(Guid organisationId) => OrganisationId = organisationId;
}
