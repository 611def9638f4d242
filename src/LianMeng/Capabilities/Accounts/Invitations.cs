using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Settings;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Makes invitations, finds the one that a code opens, and keeps what it promised, within the running save.</summary>
public sealed class Invitations(AppDb db, FactBuffer facts, PostChoice posts, OrganisationLookup organisations, SettingValues settings, Actor actor, TimeProvider clock)
{
    public static readonly Setting Days = new("Accounts:InvitationDays", "账号", "邀请的有效期", "邀请码过了这些天就不能再用；已经发出的邀请不受影响。", "天", 7, 1, 60);

    /// <summary>The same for a code that never was, ran out, was used or withdrawn: nobody learns which.</summary>
    public const string Unknown = "邀请码不对，或已经过期、用过、撤回。请核对后重新输入；仍然不行，请联系邀请您的人重新邀请。";

    private const string FirmGone = "邀请中的企业已不在名册里，暂时不能接受。请联系邀请您的人。";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>what was made; its code is shown once</returns>
    public async Task<MadeInvitation> AddAsync(string displayName, Post post, Guid invitedBy, CancellationToken cancellation, Guid? personId = null)
    {
        var (invitation, code) = Invitation.Make(displayName, post, invitedBy, Now, TimeSpan.FromDays(settings.Of(Days)), personId);
        db.Add(invitation);
        facts.Add(new InvitationMade(invitation.Id, invitation.Role, invitation.DistrictId, invitation.OrganisationId, invitation.ExpiresAt));
        return new(invitation.Id, displayName, await posts.WordsAsync(post, cancellation), InvitationCode.Grouped(code), "/join?code=" + code, invitation.ExpiresAt);
    }

    /// <summary>
    /// The invitation that this code opens now. An administrator who was dismissed leaves no door open: as rights follow from the
    /// posts of this moment, an invitation is as good as its inviter's right to give posts.
    /// </summary>
    public async Task<Invitation?> FindAsync(string? typed, CancellationToken cancellation)
    {
        var digest = InvitationCode.DigestOf(typed);
        var found = await db.Set<Invitation>().FirstOrDefaultAsync(i => i.Digest == digest, cancellation);
        // Asked for nobody as well: a wrong code takes as long as a right one.
        var honoured = await db.Set<Invitation>().Where(i => i.Digest == digest).AnyAsync(posts.Honoured(Now), cancellation);
        return found is not null && honoured && found.IsOpen(Now) ? found : null;
    }

    /// <summary>Whoever may give what it promises may withdraw it and make it anew.</summary>
    public bool May(Invitation invitation)
        => actor.MayGive(invitation.Post) || (invitation.PersonId is not null && actor.IsOfficer() && invitation.DistrictId == actor.WriteDistrict);

    /// <summary>Why what was promised cannot be given now; null when it can.</summary>
    public async Task<string?> ProblemAsync(Invitation invitation, CancellationToken cancellation)
        => invitation.OrganisationId is { } firm && !(await organisations.NamesAsync([firm], cancellation)).ContainsKey(firm) ? FirmGone : null;

    /// <summary>Gives the post; the invitation is good for nothing from now on.</summary>
    public Mandate Spend(Invitation invitation, Guid userId, bool newAccount)
    {
        invitation.Use(userId, Now);
        var mandate = Mandate.Give(userId, invitation.Post, Now, invitation.InvitedBy);
        db.Add(mandate);
        if (newAccount) facts.Add(new AccountCreated(userId));
        facts.Add(new MandateGiven(userId, mandate.Id, mandate.Role, mandate.DistrictId, mandate.OrganisationId, invitation.Id));
        facts.Add(new InvitationAccepted(invitation.Id, invitation.InvitedBy, userId, newAccount));
        return mandate;
    }

    /// <summary>Whoever stood on the list of posts has an account now; the posts are theirs already.</summary>
    public void SpendForPerson(Invitation invitation)
    {
        var person = invitation.PersonId!.Value;
        invitation.Use(person, Now);
        facts.Add(new AccountCreated(person));
        facts.Add(new InvitationAccepted(invitation.Id, invitation.InvitedBy, person, NewAccount: true));
    }

    /// <summary>Two who bring the same code are let in one after another, on all nodes.</summary>
    public static string LockOf(string? typed) => $"invitation:{InvitationCode.DigestOf(typed)}";
}
