namespace LianMeng.Shared.Data;

/// <summary>
/// SQLite has one writer. Within a process writers queue here, in order, instead of polling the file lock; another process
/// (a CLI verb) is covered by the busy timeout.
/// </summary>
public sealed class SqliteWriteGate : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        return new Pass(one);
    }

    public void Dispose() => one.Dispose();

    private sealed class Pass(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
