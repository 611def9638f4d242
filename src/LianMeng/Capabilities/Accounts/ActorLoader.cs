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
    {
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == userId, cancellation);
        return user is null || user.Disabled || user.SecurityStamp != stamp ? null : await ActorOfAsync(user, viaToken, cancellation);
    }

    /// <summary>The actor for work that a person left running: no session is needed, the account and its posts are.</summary>
    public async Task<Actor?> LoadForWorkAsync(Guid userId, CancellationToken cancellation)
    {
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == userId, cancellation);
        return user is null || user.Disabled ? null : await ActorOfAsync(user, viaToken: false, cancellation);
    }

    private async Task<Actor> ActorOfAsync(User user, bool viaToken, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var mandates = (await db.Set<Mandate>().AsNoTracking().Where(m => m.UserId == user.Id).ToListAsync(cancellation))
            .Where(m => m.IsActive(now)).ToList();
        var roles = mandates.Select(m => m.Role).ToHashSet();
        var post = mandates.Where(m => m.DistrictId is not null).OrderBy(m => m.Role).ThenBy(m => m.From).FirstOrDefault();
        var whole = roles.Overlaps([Role.CityOfficer, Role.Auditor]);
        Guid[] read = whole
            ? await db.Set<District>().Select(d => d.Id).ToArrayAsync(cancellation)
            : [.. mandates.Select(m => m.DistrictId).OfType<Guid>().Distinct(), DistrictIds.City];
        return Actor.Person(user.Id, user.DisplayName, roles, read, post?.DistrictId ?? DistrictIds.City,
            mandates.FirstOrDefault(m => m.OrganisationId is not null)?.OrganisationId, viaToken);
    }
}
