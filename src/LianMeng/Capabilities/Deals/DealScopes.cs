using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Shared.Access;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals;

/// <summary>Alliances and districts to choose from.</summary>
public sealed class DealScopes(AllianceMembers members, DistrictNames districts, Actor actor)
{
    /// <summary>Those with members, by name.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> AlliancesAsync(CancellationToken cancellation)
        => [.. (await members.Present().Select(m => new { m.AllianceId, m.Alliance }).Distinct().ToListAsync(cancellation)).Select(a => (a.AllianceId, a.Alliance)).OrderBy(a => a.Alliance, StringComparer.Ordinal)];

    /// <summary>Those that the actor reads.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> DistrictsAsync() => [.. (await districts.AllAsync()).Where(d => actor.ReadDistricts.Contains(d.Id))];
}
