using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>What came of the atlases' findings and waits for the actor: given to the person or the organisation, or to nobody by name and so to the district's officers.</summary>
internal sealed class AtlasTaskWork(AppDb db, Actor actor, AtlasTaskBook book, TimeProvider clock) : WorkSource
{
    private const int Named = 20;

    public override int Order => 31;

    public override async Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (!actor.May(AtlasesCapability.Act)) return;
        var (user, own, officer, district) = (actor.UserId, actor.OrganisationId, book.IsOfficer, actor.WriteDistrict);
        var tasks = await db.Set<AtlasTask>().AsNoTracking().Where(t => t.DistrictId == district && t.State == AtlasTaskState.Open)
            .Where(t => (user != null && t.OwnerId == user) || (own != null && t.OwnerOrganisationId == own) || (officer && t.OwnerId == null && t.OwnerOrganisationId == null))
            .OrderBy(t => t.Deadline ?? DateOnly.MaxValue).ThenBy(t => t.Id).Take(Named).ToListAsync(cancellation);
        var today = ChinaTime.Today(clock.GetUtcNow().UtcDateTime);
        foreach (var task in tasks)
            board.Wait(new(task.Title, $"图谱任务，来自{ListExport.Words(task.Analysis)}", $"/atlas-tasks/{task.Id}", task.IsOverdue(today) ? WorkUrgency.LookAtOnce : WorkUrgency.ToDo, task.Deadline));
    }
}
