using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Begins and ends sessions within the running save.</summary>
public sealed class UserSessions(AppDb db, FactBuffer facts, Caller caller, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A new session with a new id, whatever the browser had before: that one ends.</summary>
    public async Task<SignIn.Session> BeginAsync(User user, SignInMethod method, CancellationToken cancellation)
    {
        if (caller is { Kind: SessionKind.Browser, Former: { } former } && await db.Set<UserSession>().FirstOrDefaultAsync(s => s.Id == former, cancellation) is { } earlier)
            End(earlier, SessionEnd.Replaced);
        var session = UserSession.Start(user.Id, caller.Kind, method, caller.Device, caller.Address, Now);
        db.Add(session);
        db.Add(SessionSighting.Of(session.Id, Now));
        facts.Add(new SignedIn(user.Id, session.Id, method));
        return new(user.Id, user.SecurityStamp!, session.Id);
    }

    public bool End(UserSession session, SessionEnd why)
    {
        if (!session.End(why, Now)) return false;
        facts.Add(new SessionEnded(session.UserId, session.Id, why));
        return true;
    }

    /// <summary>Ends what a person has; the fact of it is the caller's, for all of them at once.</summary>
    /// <returns>how many</returns>
    public async Task<int> EndAllAsync(Guid userId, SessionEnd why, CancellationToken cancellation, Guid? except = null)
    {
        var open = await db.Set<UserSession>().Where(s => s.UserId == userId && s.EndedAt == null && s.Id != except).ToListAsync(cancellation);
        foreach (var session in open) session.End(why, Now);
        return open.Count;
    }

    /// <summary>How many are good at this moment.</summary>
    public static Task<int> CountOpenAsync(AppDb db, Guid userId, DateTime now, CancellationToken cancellation)
    {
        var (tokens, browsers) = (now - UserSession.TokenLife, now - UserSession.BrowserLife);
        return db.Set<UserSession>().Where(s => s.UserId == userId && s.EndedAt == null)
            .Join(db.Set<SessionSighting>(), s => s.Id, seen => seen.Id, (s, seen) => new { s.Kind, s.StartedAt, seen.LastSeenAt })
            .CountAsync(s => s.Kind == SessionKind.Token ? s.StartedAt > tokens : s.LastSeenAt > browsers, cancellation);
    }
}
