using LianMeng.Capabilities.Matching;
using LianMeng.Shared.Data;
using LianMeng.Shared.Settings;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Host;

/// <summary>Ready means: the database answers and the matching index is loaded.</summary>
public sealed class Readiness(IServiceScopeFactory scopes, MatchingFollower matching, SettingValues settings)
{
    private volatile bool leaving;

    /// <summary>From now on this node is not ready: it is about to stop.</summary>
    public void Leave() => leaving = true;

    /// <returns>what is missing, or null</returns>
    public async Task<string?> ProblemAsync(CancellationToken cancellation)
    {
        if (leaving) return "stopping";
        if (!settings.Loaded.IsCompletedSuccessfully) return "settings are loading";
        if (!matching.Loaded.IsCompletedSuccessfully) return "matching index is loading";
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            return await db.Set<Shared.Ledger.LedgerHead>().AnyAsync(cancellation) ? null : "database is not migrated";
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            return "database does not answer";
        }
    }
}
