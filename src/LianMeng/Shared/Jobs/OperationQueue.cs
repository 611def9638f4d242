using System.Collections.Concurrent;
using System.Threading.Channels;

namespace LianMeng.Shared.Jobs;

/// <summary>Operations that wait on this node, and how far the running ones are. The rows are the truth; this is the bell and the gauge.</summary>
public sealed class OperationQueue
{
    private readonly Channel<Guid> waiting = Channel.CreateUnbounded<Guid>();
    private readonly ConcurrentDictionary<Guid, (int Done, int Total, string Stage)> progress = new();

    public void Enqueue(Guid operationId) => waiting.Writer.TryWrite(operationId);

    public IAsyncEnumerable<Guid> ReadAllAsync(CancellationToken cancellation) => waiting.Reader.ReadAllAsync(cancellation);

    public void Report(Guid operationId, int done, int total, string stage) => progress[operationId] = (done, total, stage);

    public void Finished(Guid operationId) => progress.TryRemove(operationId, out _);

    public (int Done, int Total, string Stage)? ProgressOf(Guid operationId) => progress.TryGetValue(operationId, out var p) ? p : null;
}
