using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Takes a disabled account into use again, with the posts and the password it had.</summary>
public sealed class EnableAccount(UseCaseContext context) : Command<EnableAccount.Input, Guid>(context)
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
        if (!user.Disabled) return Outcome<Guid>.Refused("这个账号没有停用。");

        Expect(user, input.Version);
        user.Enable();
        Record(new AccountEnabled(user.Id));
        return Outcome<Guid>.Done(user.Id);
    }
}
