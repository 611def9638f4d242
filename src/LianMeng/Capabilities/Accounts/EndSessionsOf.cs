using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>The administrator ends everything somebody is signed in with; the password stays.</summary>
public sealed class EndSessionsOf(UseCaseContext context, UserSessions sessions) : Command<EndSessionsOf.Input, int>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public override Access Access => Access.Needs(AccountsCapability.Manage);

    protected override async Task<Outcome<int>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var user = await Db.Users.FirstOrDefaultAsync(u => u.Id == input.Id, cancellation);
        if (user is null) return Outcome<int>.NotFound();
        user.EndSessions();
        var ended = await sessions.EndAllAsync(user.Id, SessionEnd.EndedByAdministrator, cancellation);
        Record(new SessionsEnded(user.Id));
        return Outcome<int>.Done(ended);
    }
}
