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
    public async Task<Actor?> LoadAsync(Guid userId, string stamp, bool viaToken, CancellationToken cancellation)
        => await LoadAsync(userId, account => account.SecurityStamp == stamp, viaToken, cancellation);

    /// <summary>The actor for work that a person left running: no session is needed, the account and its posts are.</summary>
    public async Task<Actor?> LoadForWorkAsync(Guid userId, CancellationToken cancellation)
        => await LoadAsync(userId, _ => true, viaToken: false, cancellation);

    private async Task<Actor?> LoadAsync(Guid userId, Func<Account, bool> isGood, bool viaToken, CancellationToken cancellation)
    {
        // Account and posts in one question, a row a post: it is asked with every request.
        var rows = await (from user in db.Users.AsNoTracking()
                          where user.Id == userId
                          join post in db.Set<Mandate>() on user.Id equals post.UserId into posts
                          from mandate in posts.DefaultIfEmpty()
                          select new { Account = new Account(user.DisplayName, user.SecurityStamp, user.Disabled), Mandate = mandate }).ToListAsync(cancellation);
        if (rows.Count == 0 || rows[0].Account.Disabled || !isGood(rows[0].Account)) return null;
        return await ActorOfAsync(userId, rows[0].Account.Name, [.. rows.Select(r => r.Mandate).OfType<Mandate>()], viaToken, cancellation);
    }

    private sealed record Account(string Name, string? SecurityStamp, bool Disabled);

    private async Task<Actor> ActorOfAsync(Guid userId, string name, IReadOnlyList<Mandate> given, bool viaToken, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var mandates = given.Where(m => m.IsActive(now)).ToList();
        var roles = mandates.Select(m => m.Role).ToHashSet();
        var whole = roles.Overlaps([Role.CityOfficer, Role.Auditor]);
        Guid[] read = whole
            ? await db.Set<District>().Select(d => d.Id).ToArrayAsync(cancellation)
            : [.. mandates.Select(m => m.DistrictId).OfType<Guid>().Distinct(), DistrictIds.City];
        return Actor.Person(userId, name, roles, read, Mandate.WriteDistrictOf(mandates, now),
            mandates.FirstOrDefault(m => m.OrganisationId is not null)?.OrganisationId, viaToken);
    }
}
