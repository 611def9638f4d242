using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Ends every session and token of one's own, on all machines.</summary>
public sealed class SignOutEverywhere(UseCaseContext context, UserSessions sessions) : Command<SignOutEverywhere.Input, Guid>(context)
{
    public sealed class Input;

    public override Access Access => Access.SignedIn;

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var user = await Db.Users.FirstOrDefaultAsync(u => u.Id == Actor.UserId, cancellation);
        if (user is null) return Outcome<Guid>.NotFound();
        user.EndSessions();
        await sessions.EndAllAsync(user.Id, SessionEnd.SignedOutEverywhere, cancellation);
        Record(new SessionsEnded(user.Id));
        return Outcome<Guid>.Done(user.Id);
    }
}
