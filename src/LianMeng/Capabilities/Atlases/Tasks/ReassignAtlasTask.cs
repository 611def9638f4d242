using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>Officers give an open task to others, or another day.</summary>
public sealed class ReassignAtlasTask(UseCaseContext context, AtlasTaskBook book, AtlasTaskPeople people) : Command<ReassignAtlasTask.Input, Guid>(context)
{
    public sealed class Input
    {
        /// <summary>The task.</summary>
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        /// <summary>Full name or unified social credit code.</summary>
        [Display(Name = "责任单位"), StringLength(120)]
        public string? Organisation { get; set; }

        /// <summary>Somebody of the district; with neither the district's officers see to it.</summary>
        [Display(Name = "责任人")]
        public Guid? UserId { get; set; }

        [Display(Name = "期限")]
        public DateOnly? Deadline { get; set; }
    }

    public override Access Access => Access.Needs(AtlasesCapability.Act);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (!await book.Visible().AnyAsync(t => t.Id == input.Id, cancellation)) return Outcome<Guid>.NotFound();
        var task = await Db.Set<AtlasTask>().SingleAsync(t => t.Id == input.Id, cancellation);
        if (task.DistrictId != Actor.WriteDistrict) return Outcome<Guid>.Refused("这项任务属于别的区县，由该区县办理。");
        if (!book.IsOfficer) return Outcome<Guid>.Refused("由谁办理、何时办结，由区县专员、联盟书记决定。");
        if (input.Version is { } seen && seen != task.Version) return Outcome<Guid>.Conflict();
        Expect(task, input.Version);
        if (task.State != AtlasTaskState.Open) return Outcome<Guid>.Refused("这项任务已经办结或放弃；如还要办，请先重新办理。");
        if (AtlasTask.DeadlineProblem(input.Deadline, ChinaTime.Today(Now)) is { } absurd) return Outcome<Guid>.Invalid("deadline", absurd);
        var asked = await people.OwnersOfAsync(task.DistrictId, input.Organisation, input.UserId, cancellation);
        if (asked.Problems is { } problems) return Outcome<Guid>.Invalid(problems);
        var (before, organisation, owner) = (task.Deadline, task.OwnerOrganisationId, task.OwnerId);
        if (!task.Reassign(asked.Organisation, input.UserId, input.Deadline)) return Outcome<Guid>.Done(task.Id);
        Record(new AtlasTaskReassigned(task.Id, task.AtlasId, task.OwnerOrganisationId, task.OwnerId, before, task.Deadline));
        if ((organisation, owner) != (task.OwnerOrganisationId, task.OwnerId)) await people.TellOwnersAsync(task, $"{Now.Ticks}", cancellation);
        return Outcome<Guid>.Done(task.Id);
    }
}
