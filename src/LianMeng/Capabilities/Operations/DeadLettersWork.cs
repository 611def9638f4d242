using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Operations;

/// <summary>For the administrator: what the machine could not do by itself.</summary>
internal sealed class DeadLettersWork(AppDb db, Actor actor) : WorkSource
{
    public override int Order => 90;

    public override async Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (!actor.May(OperationsCapability.Manage)) return;
        var deliveries = await db.Set<Delivery>().CountAsync(d => d.DeadAt != null, cancellation);
        if (deliveries > 0) board.Wait(new($"{deliveries} 项投递没有成功", "多次重试仍失败，需要看原因后重试或放弃", "/jobs", WorkUrgency.LookAtOnce));
        var runs = await db.Set<JobRun>().CountAsync(r => r.DeadAt != null && r.FinishedAt == null, cancellation);
        if (runs > 0) board.Wait(new($"{runs} 次定时任务没有成功", "多次重试仍失败，需要看原因后重试或放弃", "/jobs/scheduled", WorkUrgency.LookAtOnce));
    }
}
