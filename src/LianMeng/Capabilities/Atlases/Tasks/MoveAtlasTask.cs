using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>A task is finished or dropped by whoever sees to it, and taken up again; the firm that asked for it may drop it.</summary>
public sealed class MoveAtlasTask(UseCaseContext context, AtlasTaskBook book, NoticeWriter notices) : Command<MoveAtlasTask.Input, Guid>(context)
{
    public sealed class Input
    {
        /// <summary>The task.</summary>
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "办理"), Required]
        public AtlasTaskStep? Step { get; set; }

        /// <summary>What came of it, or why.</summary>
        [Display(Name = "结果"), Required, StringLength(AtlasTask.ResultLimit, MinimumLength = 2)]
        public string? Text { get; set; }
    }

    public override Access Access => Access.Needs(AtlasesCapability.Act);

    protected override Outcome<Guid> OnDuplicate() => Outcome<Guid>.Refused("这一行已有一项同样的任务正在办理，不能再重新办理这一项。");

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (!await book.Visible().AnyAsync(t => t.Id == input.Id, cancellation)) return Outcome<Guid>.NotFound();
        var task = await Db.Set<AtlasTask>().SingleAsync(t => t.Id == input.Id, cancellation);
        if (task.DistrictId != Actor.WriteDistrict) return Outcome<Guid>.Refused("这项任务属于别的区县，由该区县办理。");
        if (input.Version is { } seen && seen != task.Version) return Outcome<Guid>.Conflict();
        Expect(task, input.Version);
        if (!book.SeesTo(task) && !(input.Step == AtlasTaskStep.Drop && book.AskedFor(task)))
            return Outcome<Guid>.Refused("这项任务由责任方或区县专员、联盟书记办理；您提出的任务可以放弃。");
        var from = task.State;
        if (task.Move(input.Step!.Value, input.Text!, Actor.UserId, Now) is { } problem) return Outcome<Guid>.Refused(problem);
        Record(new AtlasTaskMoved(task.Id, task.AtlasId, from, task.State, input.Text!.Length <= 200 ? input.Text : input.Text[..200]));
        if (task.StartedBy is { } starter && starter != Actor.UserId)
            await notices.TellAsync(new(starter, NoticeKind.General, $"您提出的图谱任务{ListExport.Words(task.State)}", task.Title, $"/atlas-tasks/{task.Id}", task.Id, $"atlas-task:{task.Id}:{Now.Ticks}"), cancellation);
        return Outcome<Guid>.Done(task.Id);
    }
}
