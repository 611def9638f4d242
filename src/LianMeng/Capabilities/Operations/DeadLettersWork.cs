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
        var dead = await db.Set<Delivery>().CountAsync(d => d.DeadAt != null, cancellation);
        if (dead > 0) board.Wait(new($"{dead} 项投递没有成功", "多次重试仍失败，需要看原因后重试或放弃", "/jobs", WorkUrgency.LookAtOnce));
    }
}
