using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Ledger;

/// <summary>Writes the head down outside the database every ten seconds when it moved, and when the program stops.</summary>
public sealed class LedgerAnchor(TrustedScopes scopes, LedgerAnchorFile file, ILogger<LedgerAnchor> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private long written = -1;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await WriteAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            await WriteAsync(CancellationToken.None);
        }
    }

    public async Task WriteAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = await scopes.OpenAsync(nameof(LedgerAnchor), DistrictIds.City, cancellation);
            var head = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<LedgerHead>().AsNoTracking().SingleAsync(cancellation);
            if (head.Seq == written || head.Seq == 0) return;
            file.Write(head.Seq, head.Hash);
            written = head.Seq;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning(e, "The ledger's head could not be anchored; it is tried again");
        }
    }
}
