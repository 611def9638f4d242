using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Takes one's own authenticator out of use, with its recovery codes.</summary>
public sealed class RemoveSecondFactor(UseCaseContext context, SecondFactors factors) : Command<RemoveSecondFactor.Input, Guid>(context)
{
    public sealed class Input;

    public override Access Access => Access.SignedIn;

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var user = await Db.Users.FirstOrDefaultAsync(u => u.Id == Actor.UserId, cancellation);
        if (user is null) return Outcome<Guid>.NotFound();
        if (ConfirmIdentity.Missing(Actor, Now) is { } missing) return Outcome<Guid>.Refused(missing);
        return await factors.RemoveAsync(user, byAdministrator: false, cancellation) ? Outcome<Guid>.Done(user.Id) : Outcome<Guid>.Refused("没有启用验证器。");
    }
}
