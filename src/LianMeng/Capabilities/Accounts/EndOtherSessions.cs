using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Ends every session of one's own but this one.</summary>
public sealed class EndOtherSessions(UseCaseContext context, UserSessions sessions) : Command<EndOtherSessions.Input, int>(context)
{
    public sealed class Input;

    public override Access Access => Access.SignedIn;

    protected override async Task<Outcome<int>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.Session is not { } current) return Outcome<int>.Refused("没有登录会话，请重新登录。");
        var ended = await sessions.EndAllAsync(Actor.UserId!.Value, SessionEnd.EndedByOwner, cancellation, except: current.Id);
        if (ended > 0) Record(new OtherSessionsEnded(Actor.UserId.Value, ended));
        return Outcome<int>.Done(ended);
    }
}
