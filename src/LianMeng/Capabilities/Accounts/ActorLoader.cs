using LianMeng.Capabilities.Districts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// Makes the actor of a request from the account and its mandates as they are now: whoever is disabled, loses a post or
/// changes the password is another actor with the next request.
/// </summary>
public sealed class ActorLoader(AppDb db, TimeProvider clock)
{
    /// <returns>null when the session is no longer good</returns>
    public async Task<Actor?> LoadAsync(Guid userId, Guid sessionId, string stamp, bool viaToken, CancellationToken cancellation)
    {
        // Session, account and posts in one question, a row a post: it is asked with every request.
        var kind = viaToken ? SessionKind.Token : SessionKind.Browser;
        var rows = await (from session in db.Set<UserSession>().AsNoTracking()
                          where session.Id == sessionId && session.UserId == userId && session.EndedAt == null && session.Kind == kind
                          join user in db.Users on session.UserId equals user.Id
                          where !user.Disabled && user.SecurityStamp == stamp
                          join post in db.Set<Mandate>() on user.Id equals post.UserId into posts
                          from mandate in posts.DefaultIfEmpty()
                          select new { user.DisplayName, user.TwoFactorEnabled, session.Method, session.ConfirmedAt, Mandate = mandate }).ToListAsync(cancellation);
        if (rows.Count == 0) return null;
        var first = rows[0];
        // An account with an authenticator opens to no password alone; the session in which it was added gave a code, and the others ended.
        var current = new ActorSession(sessionId, first.ConfirmedAt, first.TwoFactorEnabled || first.Method != SignInMethod.Password);
        return await ActorOfAsync(userId, first.DisplayName, [.. rows.Select(r => r.Mandate).OfType<Mandate>()], viaToken, current, cancellation);
    }

    /// <summary>The actor for work that a person left running: no session is needed, the account and its posts are.</summary>
    public async Task<Actor?> LoadForWorkAsync(Guid userId, CancellationToken cancellation)
    {
        if (await db.Users.AsNoTracking().Where(u => u.Id == userId && !u.Disabled).Select(u => u.DisplayName).FirstOrDefaultAsync(cancellation) is not { } name) return null;
        var mandates = await db.Set<Mandate>().AsNoTracking().Where(m => m.UserId == userId).ToListAsync(cancellation);
        return await ActorOfAsync(userId, name, mandates, viaToken: false, session: null, cancellation);
    }

    private async Task<Actor> ActorOfAsync(Guid userId, string name, IReadOnlyList<Mandate> given, bool viaToken, ActorSession? session, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // The earliest first: who speaks for two organisations speaks for the same one with every request.
        var mandates = given.Where(m => m.IsActive(now)).OrderBy(m => m.From).ThenBy(m => m.Id).ToList();
        var roles = mandates.Select(m => m.Role).ToHashSet();
        var whole = roles.Overlaps([Role.CityOfficer, Role.Auditor]);
        Guid[] read = whole
            ? await db.Set<District>().Select(d => d.Id).ToArrayAsync(cancellation)
            : [.. mandates.Select(m => m.DistrictId).OfType<Guid>().Distinct(), DistrictIds.City];
        return Actor.Person(userId, name, [.. mandates.Select(m => m.Post)], read, Mandate.WriteDistrictOf(mandates, now), viaToken, session);
    }
}
