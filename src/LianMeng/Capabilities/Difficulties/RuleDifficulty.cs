using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>裁定 of a dispute: it stays, or another unit gets it. The secretary between units of the district; the second time the leader in charge, or the joint meeting's decision.</summary>
public sealed class RuleDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<RuleDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyInput
    {
        [Display(Name = "任务"), Required]
        public Guid? TaskId { get; set; }

        [Display(Name = "仍由原单位办理")]
        public bool Stays { get; set; }

        /// <summary>Where it does not stay.</summary>
        [Display(Name = "改由哪个单位"), StringLength(120)]
        public string? Unit { get; set; }

        [Display(Name = "裁定理由"), Required, StringLength(Difficulty.ReasonLimit, MinimumLength = 4)]
        public string? Reason { get; set; }

        /// <summary>联席会议 of a day, where the meeting decided and not the leader.</summary>
        [Display(Name = "会议依据"), StringLength(200)]
        public string? Meeting { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Rule);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        if (!Actor.MayOn(difficulty, DifficultiesCapability.Rule)) return Outcome<Guid>.Refused("由这个难题所属联盟的书记、包链领导或区县专员裁定。");
        if (difficulty.TaskOf(input.TaskId!.Value) is not { } task) return Outcome<Guid>.Invalid("taskId", "这个难题没有这项任务，请刷新页面后重新选择。");
        if (task.State != DifficultyTaskState.Disputed) return Outcome<Guid>.Refused("这项任务没有待裁定的异议。");
        if (task.IsElevated && !Actor.MayOn(difficulty, DifficultiesCapability.RuleElevated) && string.IsNullOrWhiteSpace(input.Meeting)) return Outcome<Guid>.Refused("第二次异议由包链领导裁定；联席会议已有决定的，请在“会议依据”里写明哪次会议。");
        if (task.Mode == AssignmentMode.Requested && input.Stays) return Outcome<Guid>.Refused("商请的单位不在裁定之列；请与它商量，或改请其他单位。");
        FirmDirectory.Row? unit = null;
        if (!input.Stays)
        {
            (unit, var wrong) = await Desk.UnitAsync(difficulty, input.Unit, "请写明改由哪个单位办理，或勾选“仍由原单位办理”。", cancellation);
            if (unit is null) return Outcome<Guid>.Invalid("unit", wrong!);
            if (unit.Id == task.UnitId) return Outcome<Guid>.Invalid("unit", "这就是原来的单位；请勾选“仍由原单位办理”。");
        }

        var (was, handed) = (task.UnitId, HandedTask.Of(task));
        if (Refused(difficulty.Rule(task, input.Stays, input.Reason!.Trim(), Now)) is { } refused) return refused;
        Move(new(difficulty.Id, DifficultyStep.Ruled) { TaskId = task.Id, UnitId = was, Stays = input.Stays });
        if (unit is null)
        {
            await Desk.News.TellUnitAsync(difficulty, was, "异议已裁定，仍由贵单位办理", "请签收并办理。", cancellation);
            return null;
        }

        Move(new(difficulty.Id, DifficultyStep.Dropped) { TaskId = task.Id, UnitId = was });
        return await GiveAsync(difficulty, handed, unit, "有一件难题裁定由贵单位办理", cancellation);
    }
}
