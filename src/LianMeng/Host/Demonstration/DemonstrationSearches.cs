using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Matching;
using LianMeng.Host.Verb;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using Microsoft.EntityFrameworkCore;
using static LianMeng.Host.Demonstration.DemonstrationBuilder;

namespace LianMeng.Host.Demonstration;

/// <summary>What some of the accounts look for again and again. An account that saved something is left as it is.</summary>
internal sealed class DemonstrationSearches(ConsoleHost host)
{
    private static readonly (string UserName, string Name, SavedSearchPlace Place, string Text, string? Kind, string? Subject)[] Searches =
    [
        ("secretary-tl", "ADC12 铝锭谁能供", SavedSearchPlace.Match, "求购 ADC12 铝合金锭", "Demand", null),
        ("secretary-tl", "副产品供给", SavedSearchPlace.Listings, "", "Supply", "ByProduct"),
        ("secretary-jlp", "谁在采购铝液", SavedSearchPlace.Match, "铝液", "Supply", null),
        ("firm-ebike", "电机壳体", SavedSearchPlace.Match, "求购电机壳体压铸件", "Demand", null),
        ("firm-casting", "压铸需求", SavedSearchPlace.Listings, "压铸", "Demand", null),
    ];

    /// <summary>The matching index must be loaded: what answers now is what was seen.</summary>
    public async Task BuildAsync(CancellationToken cancellation)
    {
        foreach (var own in Searches.GroupBy(s => s.UserName))
        {
            if (await FindAsync(own.Key.ToUpperInvariant(), cancellation) is not { } person) continue;
            foreach (var (_, name, place, text, kind, subject) in own)
            {
                await using var scope = host.Services.GetRequiredService<TrustedScopes>().OpenFor(person);
                Must(await scope.ServiceProvider.GetRequiredService<SaveSearch>().RunAsync(new() { Name = name, Place = place, Text = text, Kind = kind, Subject = subject }, cancellation: cancellation));
            }
        }
    }

    /// <returns>null for an account that is not there, or that saved something already</returns>
    private async Task<Actor?> FindAsync(string normalised, CancellationToken cancellation)
    {
        await using var scope = await host.ScopeAsync(DistrictIds.City, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (await db.Users.Where(u => u.NormalizedUserName == normalised).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(cancellation) is not { } user) return null;
        return await db.Set<SavedSearch>().AnyAsync(s => s.UserId == user, cancellation) ? null : await scope.ServiceProvider.GetRequiredService<ActorLoader>().LoadForWorkAsync(user, cancellation);
    }
}
