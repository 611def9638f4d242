namespace LianMeng.Shared.Ledger;

/// <summary>Wakes this process's followers after a save. Only a hint: polling is the truth and also covers other processes.</summary>
public sealed class LedgerSignal
{
    private volatile TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => next.Task;

    public void Raise() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
