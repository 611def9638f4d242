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

    /// <summary>
    /// What a request answers from must be loaded: a node that has just started would find nobody. It waits a moment rather
    /// than answer wrongly.
    /// </summary>
    /// <returns>false when it took too long</returns>
    public async Task<bool> LoadedAsync(CancellationToken cancellation)
    {
        if (settings.Loaded.IsCompletedSuccessfully && matching.Loaded.IsCompletedSuccessfully) return true;
        try
        {
            await Task.WhenAll(settings.Loaded, matching.Loaded).WaitAsync(LongestWait, cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

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
