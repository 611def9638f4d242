using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Invites somebody who stands on the district's list of posts to open an account; the posts are theirs already.</summary>
public sealed class InvitePerson(UseCaseContext context, Invitations invitations) : Command<InvitePerson.Input, MadeInvitation>(context)
{
    public sealed class Input
    {
        /// <summary>The person.</summary>
        public Guid Id { get; set; }
    }

    public override Access Access => Access.Needs(AccountsCapability.Invite);

    protected override bool KeepsReceipt => false;

    protected override string? LockName(Input input) => $"invitations:{input.Id}";

    protected override async Task<Outcome<MadeInvitation>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.UserId is not { } inviter) return Outcome<MadeInvitation>.Refused("邀请要由登录的人发出。");
        var (now, district) = (Now, Actor.WriteDistrict);
        var post = Actor.IsOfficer() ? (await Db.Set<Mandate>().AsNoTracking().Where(m => m.UserId == input.Id && m.DistrictId == district).OrderBy(m => m.Role).ToListAsync(cancellation)).Find(m => !m.HasEnded(now)) : null;
        var person = await Db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == input.Id, cancellation);
        if (post is null || person is null) return Outcome<MadeInvitation>.NotFound();
        if (person.Disabled) return Outcome<MadeInvitation>.Refused("这个人的账号已停用；请系统管理员恢复。");
        if (person.PasswordHash is not null) return Outcome<MadeInvitation>.Refused($"“{person.DisplayName}”已经开户，不必再邀请。");
        if (await Db.Set<Invitation>().AnyAsync(i => i.PersonId == person.Id && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now, cancellation))
            return Outcome<MadeInvitation>.Refused($"已邀请“{person.DisplayName}”开户，还没有接受。邀请码找不到了，可在“邀请”里点“重新生成”。");

        return Outcome<MadeInvitation>.Done(await invitations.AddAsync(person.DisplayName, post.Post, inviter, cancellation, person.Id));
    }
}
