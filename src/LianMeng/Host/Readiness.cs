using LianMeng.Capabilities.Matching;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Host;

/// <summary>Ready means: the database answers and the matching index is loaded.</summary>
public sealed class Readiness(IServiceScopeFactory scopes, MatchingFollower matching)
{
    /// <returns>what is missing, or null</returns>
    public async Task<string?> ProblemAsync(CancellationToken cancellation)
    {
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
