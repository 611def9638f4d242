using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>New recovery codes; those there were are good for nothing from now on.</summary>
public sealed class MakeRecoveryCodes(UseCaseContext context, SecondFactors factors) : Command<MakeRecoveryCodes.Input, RecoveryCodes>(context)
{
    public sealed class Input;

    public override Access Access => Access.SignedIn;

    protected override bool KeepsReceipt => false;

    protected override async Task<Outcome<RecoveryCodes>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var user = await Db.Users.FirstOrDefaultAsync(u => u.Id == Actor.UserId, cancellation);
        if (user is null) return Outcome<RecoveryCodes>.NotFound();
        if (ConfirmIdentity.Missing(Actor, Now) is { } missing) return Outcome<RecoveryCodes>.Refused(missing);
        if (!user.TwoFactorEnabled) return Outcome<RecoveryCodes>.Refused("还没有启用验证器；启用时会给出恢复码。");
        return Outcome<RecoveryCodes>.Done(new(await factors.MakeCodesAsync(user, cancellation)));
    }
}
