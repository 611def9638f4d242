namespace LianMeng.Shared.Jobs;

/// <summary>The bell for this node's runner: somebody has just started an operation. The rows are the truth, polling finds them too.</summary>
public sealed class OperationQueue
{
    private volatile TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => next.Task;

    public void Ring() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
