using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Jobs;

/// <summary>
/// Stores how far an operation is, at most once a second and beside the work: the work says a number and goes on. A gauge that
/// cannot be written is no reason to stop.
/// </summary>
internal sealed class GaugeWriter : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private readonly TrustedScopes scopes;
    private readonly Guid operationId;
    private readonly Guid districtId;
    private readonly ILogger logger;
    private readonly CancellationTokenSource ended = new();
    private readonly Task writing;
    private Reading? latest;

    public GaugeWriter(TrustedScopes scopes, Guid operationId, Guid districtId, ILogger logger)
    {
        this.scopes = scopes;
        this.operationId = operationId;
        this.districtId = districtId;
        this.logger = logger;
        writing = WriteAsync();
    }

    public void Report(int done, int total, string stage) => Volatile.Write(ref latest, new(done, total, stage));

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await writing;
        ended.Dispose();
    }

    private async Task WriteAsync()
    {
        using var timer = new PeriodicTimer(Every);
        Reading? written = null;
        while (!ended.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(ended.Token);
                if (Volatile.Read(ref latest) is not { } reading || reading == written) continue;
                await StoreAsync(reading, ended.Token);
                written = reading;
            }
            catch (Exception e)
            {
                // A cancelled statement is the end of the work, not a trouble.
                if (!ended.IsCancellationRequested) logger.LogWarning(e, "The progress of operation {Operation} could not be stored", operationId);
            }
        }
    }

    private async Task StoreAsync(Reading reading, CancellationToken cancellation)
    {
        await using var scope = await scopes.OpenAsync(nameof(OperationRunner), districtId, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var gauge = await db.Set<OperationGauge>().FirstOrDefaultAsync(g => g.Id == operationId, cancellation);
        if (gauge is null) db.Add(gauge = OperationGauge.Of(operationId));
        gauge.Show(reading.Done, reading.Total, reading.Stage);
        await db.SaveChangesAsync(cancellation);
    }

    private sealed record Reading(int Done, int Total, string Stage);
}
