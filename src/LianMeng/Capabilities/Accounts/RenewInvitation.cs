using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>The same invitation once more, with a new code and a new term: where the code was lost or ran out. The old code is good for nothing.</summary>
public sealed class RenewInvitation(UseCaseContext context, Invitations invitations) : Command<RenewInvitation.Input, MadeInvitation>(context)
{
    public sealed class Input
    {
        /// <summary>The old invitation.</summary>
        public Guid Id { get; set; }

        public Guid? Version { get; set; }
    }

    public override Access Access => Access.Needs(AccountsCapability.Invite);

    protected override bool KeepsReceipt => false;

    protected override string? LockName(Input input) => $"invitations:{input.Id}";

    protected override async Task<Outcome<MadeInvitation>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.UserId is not { } inviter) return Outcome<MadeInvitation>.Refused("邀请要由登录的人发出。");
        var old = await Db.Set<Invitation>().FirstOrDefaultAsync(i => i.Id == input.Id, cancellation);
        if (old is null || !invitations.May(old)) return Outcome<MadeInvitation>.NotFound();
        if (old.UsedAt is not null) return Outcome<MadeInvitation>.Refused("这个邀请已被接受，不必重新生成。");
        if (old.ReplacedBy is not null) return Outcome<MadeInvitation>.Refused("这个邀请已重新生成过；请在列表里找新的那一个，还可以再次重新生成。");
        if (await invitations.ProblemAsync(old, cancellation) is { } gone) return Outcome<MadeInvitation>.Refused(gone);

        Expect(old, input.Version);
        var made = await invitations.AddAsync(old.DisplayName, old.Post, inviter, cancellation, old.PersonId);
        if (old.IsOpen(Now))
        {
            old.Withdraw(Now);
            Record(new InvitationWithdrawn(old.Id, made.Id));
        }

        old.ReplaceBy(made.Id);
        return Outcome<MadeInvitation>.Done(made);
    }
}
