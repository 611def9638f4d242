using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>
/// Finds a firm by its code for those who appoint its people. The administrator sees no district's register, so the look-up
/// runs in a scope of its own and gives back an id, or the name to an id, and nothing else.
/// </summary>
public sealed class OrganisationLookup(TrustedScopes scopes)
{
    public async Task<Guid?> FindAsync(Guid districtId, string? uscc, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(uscc)) return null;
        var code = uscc.Trim().ToUpperInvariant();
        await using var scope = await scopes.OpenAsync("organisation-lookup", districtId, cancellation);
        var id = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Organisation>()
            .Where(o => o.DistrictId == districtId && o.Uscc == code).Select(o => o.Id).FirstOrDefaultAsync(cancellation);
        return id == Guid.Empty ? null : id;
    }

    /// <summary>What the firms are called, for those who appoint their people.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return new Dictionary<Guid, string>();
        await using var scope = await scopes.OpenAsync("organisation-lookup", DistrictIds.City, cancellation);
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Organisation>().AsNoTracking()
            .Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
    }
}
