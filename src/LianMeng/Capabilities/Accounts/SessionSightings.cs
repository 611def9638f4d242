using System.Collections.Concurrent;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// Notes which sessions are used and stores it once a minute: a request that only looks writes nothing, and a thousand
/// requests are one row. A crash loses a minute of it.
/// </summary>
public sealed class SessionSightings(TrustedScopes scopes, TimeProvider clock, ILogger<SessionSightings> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private ConcurrentDictionary<Guid, DateTime> seen = new();

    public void Note(Guid sessionId) => seen[sessionId] = clock.GetUtcNow().UtcDateTime;

    /// <summary>The latest of what is stored and what this node has seen since.</summary>
    public DateTime LatestOf(Guid sessionId, DateTime stored)
        => seen.TryGetValue(sessionId, out var at) && at > stored ? at : stored;

    public async Task StoreAsync(CancellationToken cancellation)
    {
        var noted = Interlocked.Exchange(ref seen, new());
        if (noted.IsEmpty) return;
        await using var scope = await scopes.OpenAsync("session-sightings", DistrictIds.City, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        foreach (var batch in noted.Chunk(500))
        {
            var ids = batch.Select(n => n.Key).ToList();
            foreach (var row in await db.Set<SessionSighting>().Where(s => ids.Contains(s.Id)).ToListAsync(cancellation)) row.See(noted[row.Id]);
            await db.SaveChangesAsync(cancellation);
            db.Forget();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                await StoreAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogWarning(e, "Which sessions were used could not be stored; the next minute is");
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await StoreAsync(cancellationToken);
        }
        catch (Exception e) when (e is DbUpdateException or System.Data.Common.DbException or InvalidOperationException or OperationCanceledException)
        {
            logger.LogWarning(e, "Which sessions were used last could not be stored");
        }
    }
}
