using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Ends one of one's own sessions: this one (signing out) or one on another device.</summary>
public sealed class EndSession(UseCaseContext context, UserSessions sessions) : Command<EndSession.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public override Access Access => Access.SignedIn;

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var session = await Db.Set<UserSession>().FirstOrDefaultAsync(s => s.Id == input.Id && s.UserId == Actor.UserId, cancellation);
        if (session is null) return Outcome<Guid>.NotFound();
        return sessions.End(session, session.Id == Actor.Session?.Id ? SessionEnd.SignedOut : SessionEnd.EndedByOwner)
            ? Outcome<Guid>.Done(session.Id)
            : Outcome<Guid>.Refused("这个登录已经结束。");
    }
}
