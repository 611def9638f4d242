using System.Linq.Expressions;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// Who may promise or end which post: the administrator every one; officers and secretaries those for an organisation of their
/// district; a manager those of the own firm's colleagues. Posts of an alliance are that alliance's business.
/// </summary>
internal static class PostGiving
{
    public static bool MayGive(this Actor actor, Post post) => actor.Trusted || actor.Posts.Any(p => p.MayGive(post));

    public static bool MayGive(this Post giver, Post post) => giver.Role switch
    {
        Role.SystemAdministrator => true,
        Role.DistrictOfficer or Role.AllianceSecretary or Role.DeputySecretary => post.DistrictId == giver.DistrictId && post.Role.IsOfOrganisation(),
        Role.EnterpriseManager => post.OrganisationId == giver.OrganisationId && Roles.Colleagues.Contains(post.Role),
        _ => false,
    };

    /// <summary>The posts that the actor may promise; every one but an alliance's for the administrator.</summary>
    public static IReadOnlyList<Role> Givable(this Actor actor)
    {
        if (actor.May(AccountsCapability.Manage)) return [.. Enum.GetValues<Role>().Where(r => !r.IsOfAlliance() || r == Role.AllianceSecretary)];
        return actor.IsOfficer() ? Roles.OfOrganisation : Roles.Colleagues;
    }

    /// <summary>May invite people of the whole district: officers and secretaries, not a firm's manager.</summary>
    public static bool IsOfficer(this Actor actor) => Officers.Any(actor.Is);

    /// <summary>Is the inviter's right to give what was promised still there? As SQL: the same rule as <see cref="MayGive(Post, Post)"/>.</summary>
    public static Expression<Func<Invitation, bool>> Honoured(IQueryable<Mandate> mandates, IQueryable<User> users, DateTime now)
    {
        var (officers, organisation, colleagues) = (Officers, Roles.OfOrganisation.ToArray(), Roles.Colleagues.ToArray());
        var held = mandates.ActiveAt(now).Join(users.Where(u => !u.Disabled), m => m.UserId, u => u.Id, (m, _) => m);
        return i => held.Any(m => m.UserId == i.InvitedBy && (m.Role == Role.SystemAdministrator
            || (officers.Contains(m.Role) && m.DistrictId == i.DistrictId && (i.PersonId != null || organisation.Contains(i.Role)))
            || (m.Role == Role.EnterpriseManager && m.OrganisationId == i.OrganisationId && colleagues.Contains(i.Role))));
    }

    private static readonly Role[] Officers = [Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary];
}
