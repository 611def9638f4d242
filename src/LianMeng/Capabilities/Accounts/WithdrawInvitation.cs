using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Takes an invitation back; its code is good for nothing from now on.</summary>
public sealed class WithdrawInvitation(UseCaseContext context, Invitations invitations) : Command<WithdrawInvitation.Input, Guid>(context)
{
    public sealed class Input
    {
        /// <summary>The invitation.</summary>
        public Guid Id { get; set; }

        public Guid? Version { get; set; }
    }

    public override Access Access => Access.Needs(AccountsCapability.Invite);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var invitation = await Db.Set<Invitation>().FirstOrDefaultAsync(i => i.Id == input.Id, cancellation);
        if (invitation is null || !invitations.May(invitation)) return Outcome<Guid>.NotFound();
        Expect(invitation, input.Version);
        if (invitation.UsedAt is not null) return Outcome<Guid>.Refused("这个邀请已被接受；要收回职务，请在“人员”里免去。");
        if (!invitation.IsOpen(Now)) return Outcome<Guid>.Refused("这个邀请已经过期或撤回，邀请码不能再用。");

        invitation.Withdraw(Now);
        Record(new InvitationWithdrawn(invitation.Id, ReplacedBy: null));
        return Outcome<Guid>.Done(invitation.Id);
    }
}
