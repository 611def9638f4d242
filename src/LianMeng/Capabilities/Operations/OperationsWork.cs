using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Operations;

/// <summary>What the actor started lately: failures wait, the rest is news.</summary>
internal sealed class OperationsWork(AppDb db, Actor actor, TimeProvider clock) : WorkSource
{
    private const int RecentDays = 7;
    private const int Most = 5;

    public override int Order => 15;

    public override async Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow().UtcDateTime.AddDays(-RecentDays);
        var recent = await db.Set<Operation>().AsNoTracking().Where(o => o.StartedBy == actor.UserId && o.StartedAt > since)
            .OrderByDescending(o => o.StartedAt).Take(Most).Select(o => new { o.Id, o.Title, o.State, o.StartedAt }).ToListAsync(cancellation);
        foreach (var operation in recent)
        {
            var href = $"/operations/{operation.Id}";
            if (operation.State == OperationState.Failed) board.Wait(new(operation.Title, "处理失败，请查看原因", href, WorkUrgency.LookAtOnce));
            else board.Tell(new(operation.Title, operation.State == OperationState.Done ? "已处理完，可以查看结果" : "正在处理", href, operation.StartedAt));
        }
    }
}
