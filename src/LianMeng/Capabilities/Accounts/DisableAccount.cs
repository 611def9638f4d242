using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Takes an account out of use. Its history stays; its sessions end with their next request.</summary>
public sealed class DisableAccount(UseCaseContext context) : Command<DisableAccount.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    public override Access Access => Access.Needs(AccountsCapability.Manage);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var user = await Db.Users.FirstOrDefaultAsync(u => u.Id == input.Id, cancellation);
        if (user is null) return Outcome<Guid>.NotFound();
        if (user.Id == Actor.UserId) return Outcome<Guid>.Refused("不能停用自己的账号；请由另一位系统管理员操作。");
        if (user.Disabled) return Outcome<Guid>.Refused("这个账号已经停用。");

        Expect(user, input.Version);
        user.Disable();
        Record(new AccountDisabled(user.Id));
        return Outcome<Guid>.Done(user.Id);
    }
}
