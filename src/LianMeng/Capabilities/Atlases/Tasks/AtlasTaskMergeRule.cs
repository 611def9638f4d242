using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>What was begun about a firm, or is its to see to, goes on about the one that it turned out to be.</summary>
internal sealed class AtlasTaskMergeRule(AppDb db) : OrganisationMergeRule
{
    public override string Name => "图谱任务";

    public override async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        var moved = await db.Set<AtlasTask>().Where(t => t.OwnerOrganisationId == from || t.StartedByOrganisationId == from || db.Set<AtlasTaskFirm>().Any(f => f.TaskId == t.Id && f.OrganisationId == from)).ToListAsync(cancellation);
        await FollowAsync(moved, from, to, cancellation);
        return [.. moved.Select(t => t.Id)];
    }

    public override async Task<int> MoveBackAsync(Guid from, Guid to, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var tasks = await db.Set<AtlasTask>().Where(t => ids.Contains(t.Id)).ToListAsync(cancellation);
        await FollowAsync(tasks, to, from, cancellation);
        return tasks.Count;
    }

    private async Task FollowAsync(List<AtlasTask> tasks, Guid from, Guid to, CancellationToken cancellation)
    {
        var ids = tasks.Select(t => t.Id).ToList();
        var firms = (await db.Set<AtlasTaskFirm>().Where(f => ids.Contains(f.TaskId)).ToListAsync(cancellation)).ToLookup(f => f.TaskId);
        foreach (var task in tasks)
        {
            var (key, atlas, action, id) = (task.RowKeyAfter(from, to), task.AtlasId, task.Action, task.Id);
            // where the other firm has the same task open already, this one keeps its old row
            var isFree = task.State != AtlasTaskState.Open || !await db.Set<AtlasTask>().AnyAsync(t => t.AtlasId == atlas && t.RowKey == key && t.Action == action && t.State == AtlasTaskState.Open && t.Id != id, cancellation);
            task.Follow(from, to, isFree);
            if (firms[task.Id].All(f => f.OrganisationId != to)) firms[task.Id].FirstOrDefault(f => f.OrganisationId == from)?.Follow(to);
        }
    }
}
