using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Telemetry;

/// <summary>Counts what waits, over all districts, and how far this node's followers are: some counts over indexes.</summary>
public sealed class QueueReader(TrustedScopes scopes, IEnumerable<LedgerFollower> followers, TimeProvider clock)
{
    private readonly LedgerFollower[] followers = [.. followers];

    public async Task<QueueReading> ReadAsync(CancellationToken cancellation)
    {
        await using var scope = await scopes.OpenAsync(nameof(QueueReader), DistrictIds.City, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.GetUtcNow().UtcDateTime;

        // What a follower has seen is read before the head: it is never ahead of it.
        var seen = followers.Select(f => (Follower: f, f.Seen)).ToList();
        var head = await db.Set<LedgerHead>().Select(h => h.Seq).SingleAsync(cancellation);
        var waiting = db.Set<Delivery>().Where(d => d.DeadAt == null);
        var first = await waiting.MinAsync(d => (long?)d.Seq, cancellation);
        var readings = new List<FollowerReading>();
        foreach (var (follower, upTo) in seen)
        {
            var behind = Math.Max(0, head - upTo);
            var since = behind > 0 ? await AtAsync(db, upTo + 1, cancellation) : null;
            readings.Add(new(follower.GetType().Name, follower.Title, follower.Loaded.IsCompletedSuccessfully, upTo, behind, since < now ? (now - since.Value).TotalSeconds : 0, follower.Sizes));
        }

        return new(now, head,
            await waiting.CountAsync(cancellation),
            await db.Set<Delivery>().CountAsync(d => d.DeadAt != null, cancellation),
            first is { } seq ? await AtAsync(db, seq, cancellation) : null,
            await db.Set<JobRun>().CountAsync(r => r.FinishedAt == null && r.DeadAt == null, cancellation),
            await db.Set<JobRun>().CountAsync(r => r.FinishedAt == null && r.DeadAt != null, cancellation),
            await db.Set<Operation>().CountAsync(o => o.State == OperationState.Waiting, cancellation),
            await db.Set<Operation>().CountAsync(o => o.State == OperationState.Running, cancellation),
            readings);
    }

    private static Task<DateTime?> AtAsync(AppDb db, long from, CancellationToken cancellation)
        => db.Set<LedgerEntry>().Where(e => e.Seq >= from).OrderBy(e => e.Seq).Select(e => (DateTime?)e.At).FirstOrDefaultAsync(cancellation);
}
