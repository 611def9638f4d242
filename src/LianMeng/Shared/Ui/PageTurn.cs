namespace LianMeng.Shared.Ui;

/// <summary>
/// The components of one page share one data context, which takes one question at a time. Two that stand side by side would ask it
/// together: on SQLite the first is answered before the second is drawn, on PostgreSQL it is not. So they take turns.
/// </summary>
public sealed class PageTurn : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    public async Task RunAsync(Func<Task> ask)
    {
        await one.WaitAsync();
        try
        {
            await ask();
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();
}
