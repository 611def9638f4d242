using System.Diagnostics;
using LianMeng.Shared.Telemetry;

namespace LianMeng.Shared.Data;

/// <summary>
/// SQLite has one writer. Within a process writers queue here, in order, instead of polling the file lock; another process
/// (a CLI verb) is covered by the busy timeout.
/// </summary>
public sealed class SqliteWriteGate(Instruments? instruments = null) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        await one.WaitAsync(cancellation);
        instruments?.PassedWriteGate(started);
        return new Pass(one);
    }

    public void Dispose() => one.Dispose();

    private sealed class Pass(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
