using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Ledger;

/// <summary>
/// State of this node that is derived from the records (an index, a graph): notes the ledger's number, loads everything, then
/// follows by reloading the records that new facts name. A save of this process wakes it; polling covers all others.
/// </summary>
public abstract class LedgerFollower(TrustedScopes scopes, LedgerSignal signal, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    // After each turn it rests: a lone save is followed at once, a burst in batches instead of every save being paid for twice.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);
    private const int Batch = 1000;
    private readonly TaskCompletionSource loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long seen;

    /// <summary>Completes when the first load is done.</summary>
    public Task Loaded => loaded.Task;

    /// <summary>The last ledger number that this state reflects.</summary>
    public long Seen => Interlocked.Read(ref seen);

    /// <summary>What the administrator reads.</summary>
    public abstract string Title { get; }

    /// <summary>How large this state is, where that is cheap to say.</summary>
    public virtual IReadOnlyList<FollowerSize> Sizes => [];

    protected abstract Task LoadAsync(AppDb db, CancellationToken cancellation);

    protected abstract Task FollowAsync(AppDb db, IReadOnlyCollection<Guid> changed, CancellationToken cancellation);

    /// <summary>Waits until this state reflects that number.</summary>
    /// <exception cref="TimeoutException">it did not within half a minute</exception>
    public async Task ReachAsync(long seq, CancellationToken cancellation)
    {
        for (var tries = 0; Seen < seq; tries++)
        {
            if (tries > 1200) throw new TimeoutException($"{GetType().Name} has not come to {seq}.");
            await Task.Delay(25, cancellation);
        }
    }

    /// <summary>For console verbs, which have no running host: load once and go on.</summary>
    public async Task LoadOnceAsync(CancellationToken cancellation)
    {
        await using var scope = await scopes.OpenAsync(GetType().Name, DistrictIds.City, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var upTo = await db.Set<LedgerHead>().Select(h => h.Seq).SingleAsync(cancellation);
        await LoadAsync(db, cancellation);
        Interlocked.Exchange(ref seen, upTo);
        loaded.TrySetResult();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                if (!loaded.Task.IsCompleted) await LoadOnceAsync(stoppingToken);
                for (var from = Seen; await CatchUpAsync(stoppingToken); from = Seen)
                {
                    if (Seen - from < Batch) await Task.Delay(Rest, stoppingToken);
                }

                await Task.WhenAny(next, Task.Delay(Poll, stoppingToken));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "{Follower} could not follow the ledger; it tries again", GetType().Name);
                await Task.Delay(Poll, stoppingToken);
            }
        }
    }

    private async Task<bool> CatchUpAsync(CancellationToken cancellation)
    {
        if (!await scopes.MovedAsync(Seen, cancellation)) return false;
        await using var scope = await scopes.OpenAsync(GetType().Name, DistrictIds.City, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var from = Seen;
        var upTo = await db.Set<LedgerEntry>().Where(e => e.Seq > from).OrderBy(e => e.Seq).Select(e => e.Seq).Take(Batch).LastOrDefaultAsync(cancellation);
        if (upTo == 0) return false;

        var changed = await db.Set<LedgerSubject>().Where(s => s.Seq > from && s.Seq <= upTo).Select(s => s.EntityId).Distinct().ToListAsync(cancellation);
        if (changed.Count > 0) await FollowAsync(db, changed, cancellation);
        Interlocked.Exchange(ref seen, upTo);
        return true;
    }
}
