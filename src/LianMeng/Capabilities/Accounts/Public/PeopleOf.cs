using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts.Public;

/// <summary>Who holds a post at this moment and can sign in: whom to tell of something.</summary>
public sealed class PeopleOf(AppDb db, TimeProvider clock)
{
    /// <param name="OrganisationId">the firm that the post speaks for</param>
    /// <param name="DistrictId">the district this person writes to, whatever the post: where what belongs to the person lies (their notices)</param>
    public sealed record Holder(Guid UserId, Guid? OrganisationId, Role Role, Guid DistrictId);

    /// <summary>Those who speak for these organisations; who represents one in an alliance does not.</summary>
    public async Task<IReadOnlyList<Holder>> OfOrganisationsAsync(IReadOnlyCollection<Guid> organisationIds, CancellationToken cancellation)
    {
        var speaking = Roles.OfOrganisation.ToArray();
        return await HoldersAsync(db.Set<Mandate>().Where(m => m.OrganisationId != null && organisationIds.Contains(m.OrganisationId.Value) && speaking.Contains(m.Role)), cancellation);
    }

    /// <summary>Those who hold this post in a district.</summary>
    public async Task<IReadOnlyList<Holder>> OfDistrictAsync(Guid districtId, Role role, CancellationToken cancellation)
        => await HoldersAsync(db.Set<Mandate>().Where(m => m.DistrictId == districtId && m.Role == role), cancellation);

    /// <summary>Those who hold this post anywhere.</summary>
    public async Task<IReadOnlyList<Holder>> OfRoleAsync(Role role, CancellationToken cancellation)
        => await HoldersAsync(db.Set<Mandate>().Where(m => m.Role == role), cancellation);

    /// <summary>The district each of these people writes to; those who cannot sign in are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, Guid>> DistrictsAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var usable = await db.Users.AsNoTracking().Where(u => userIds.Contains(u.Id) && !u.Disabled).Select(u => u.Id).ToListAsync(cancellation);
        var mandates = (await db.Set<Mandate>().AsNoTracking().Where(m => usable.Contains(m.UserId)).ToListAsync(cancellation)).ToLookup(m => m.UserId);
        return usable.ToDictionary(id => id, id => Mandate.WriteDistrictOf(mandates[id], now));
    }

    private async Task<IReadOnlyList<Holder>> HoldersAsync(IQueryable<Mandate> posts, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var active = (await posts.AsNoTracking().ToListAsync(cancellation)).Where(m => m.IsActive(now)).ToList();
        var districts = await DistrictsAsync([.. active.Select(m => m.UserId).Distinct()], cancellation);
        return [.. active.Where(m => districts.ContainsKey(m.UserId)).Select(m => new Holder(m.UserId, m.OrganisationId, m.Role, districts[m.UserId]))
            .Distinct().OrderBy(h => h.UserId)];
    }
}
