using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Nodes;

/// <summary>Says every fifteen seconds that this node is there, and takes its row away when it stops in order.</summary>
public sealed class NodeHeart(NodeIdentity node, TrustedScopes scopes, TimeProvider clock, ILogger<NodeHeart> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private readonly Lock stopping = new();
    private Task? leaving;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await BeatAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(e, "This node could not say that it is there; it tries again");
            }

            await Task.Delay(Every, stoppingToken);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Task leave;
        // A host may be stopped from two sides at once: both wait for the same good-bye, and none comes back to a database that is gone.
        lock (stopping) leave = leaving ??= LeaveAsync(cancellationToken);
        await leave;
    }

    private async Task LeaveAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = await scopes.OpenAsync(nameof(NodeHeart), DistrictIds.City, cancellation);
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            db.RemoveRange(await db.Set<NodeBeat>().Where(b => b.Id == node.Id).ToListAsync(cancellation));
            await db.SaveChangesAsync(cancellation);
        }
        catch (Exception e)
        {
            // The row is forgotten after a day; a stop is not held up for it.
            logger.LogInformation(e, "This node could not say that it goes");
        }
    }

    internal async Task BeatAsync(CancellationToken cancellation)
    {
        await using var scope = await scopes.OpenAsync(nameof(NodeHeart), DistrictIds.City, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Set<NodeBeat>().FirstOrDefaultAsync(b => b.Id == node.Id, cancellation) is { } own) own.Beat(now);
        else db.Add(NodeBeat.Of(node, now));
        var forgotten = now - NodeBeat.ForgottenAfter;
        db.RemoveRange(await db.Set<NodeBeat>().Where(b => b.Id != node.Id && b.BeatAt < forgotten).ToListAsync(cancellation));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // another node forgot the same one; this one beats again soon
        }
    }
}
