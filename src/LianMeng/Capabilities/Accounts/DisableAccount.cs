using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Takes an account out of use. Its history stays; its sessions end with their next request.</summary>
public sealed class DisableAccount(UseCaseContext context, UserSessions sessions, PostChoice posts) : Command<DisableAccount.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    public override Access Access => Access.Needs(AccountsCapability.Manage);

    protected override string? LockName(Input input) => PostChoice.AdministratorsLock;

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var user = await Db.Users.FirstOrDefaultAsync(u => u.Id == input.Id, cancellation);
        if (user is null) return Outcome<Guid>.NotFound();
        if (user.Id == Actor.UserId) return Outcome<Guid>.Refused("不能停用自己的账号；请由另一位系统管理员操作。");
        if (user.Disabled) return Outcome<Guid>.Refused("这个账号已经停用。");

        // Two administrators who disable each other at once: the second is the last.
        if (await posts.IsLastAdministratorAsync(user.Id, Now, cancellation))
            return Outcome<Guid>.Refused("这是最后一位能登录的系统管理员，不能停用；请先授予另一人系统管理员职务。");

        Expect(user, input.Version);
        user.Disable();
        await sessions.EndAllAsync(user.Id, SessionEnd.AccountDisabled, cancellation);
        Record(new AccountDisabled(user.Id));
        return Outcome<Guid>.Done(user.Id);
    }
}
