using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Limits;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Takes the post that an invitation promised with the account one has already.</summary>
public sealed class AcceptInvitation(UseCaseContext context, Invitations invitations, PostChoice posts) : Command<AcceptInvitation.Input, AcceptInvitation.Accepted>(context)
{
    public sealed class Input
    {
        [Display(Name = "邀请码"), Required, StringLength(InvitationCode.TypedLimit), DataType(DataType.Password)]
        public string? Code { get; set; }
    }

    public sealed record Accepted(Guid MandateId);

    public override Access Access => Access.SignedIn;

    public override Budget? Budget => Shared.Limits.Budget.SignIns;

    protected override string? LockName(Input input) => Invitations.LockOf(input.Code);

    protected override async Task<Outcome<Accepted>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.UserId is not { } user) return Outcome<Accepted>.Refused("接受邀请要用一个账号登录。");
        if (await invitations.FindAsync(input.Code, cancellation) is not { } invitation) return Outcome<Accepted>.Refused(Invitations.Unknown);
        if (await invitations.ProblemAsync(invitation, cancellation) is { } gone) return Outcome<Accepted>.Refused(gone);
        if (invitation.PersonId is not null) return Outcome<Accepted>.Refused($"这份邀请是请“{invitation.DisplayName}”开设账号的；请先退出登录，再打开链接开户。");
        if (invitation.Role.IsOfOrganisation() && Actor.OrganisationId is { } own && own != invitation.OrganisationId)
            return Outcome<Accepted>.Refused("您的账号已代表另一家单位，一个账号只为一家单位办事；请先退出登录，再打开链接，用新的用户名开户。");
        if (await posts.IsHeldAsync(invitation.Post, user, Now, cancellation)) return Outcome<Accepted>.Refused("您已担任这个职务，不必再接受。");

        return Outcome<Accepted>.Done(new(invitations.Spend(invitation, user, newAccount: false).Id));
    }
}
