using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>改派: a task goes to another unit (one that was dissolved, say), or an assisting one is not needed any more. The firm's clock goes on.</summary>
public sealed class ReassignDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<ReassignDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyInput
    {
        [Display(Name = "任务"), Required]
        public Guid? TaskId { get; set; }

        /// <summary>Nothing for an assisting task that is not needed any more.</summary>
        [Display(Name = "改由哪个单位"), StringLength(120)]
        public string? Unit { get; set; }

        [Display(Name = "原因"), Required, StringLength(Difficulty.ReasonLimit, MinimumLength = 4)]
        public string? Reason { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Guide);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        if (Guided(difficulty) is { } other) return other;
        if (difficulty.TaskOf(input.TaskId!.Value) is not { } task) return Outcome<Guid>.Invalid("taskId", "这个难题没有这项任务，请刷新页面后重新选择。");
        FirmDirectory.Row? unit = null;
        if (!string.IsNullOrWhiteSpace(input.Unit))
        {
            (unit, var wrong) = await Desk.UnitAsync(difficulty, input.Unit, "", cancellation);
            if (unit is null) return Outcome<Guid>.Invalid("unit", wrong!);
            if (unit.Id == task.UnitId) return Outcome<Guid>.Invalid("unit", "请填写另一个部门、镇街、园区或银行等单位。");
        }
        else if (task.IsLead)
        {
            return Outcome<Guid>.Invalid("unit", "牵头任务要有单位接手，请填写改由哪个单位。");
        }

        var (was, handed) = (task.UnitId, HandedTask.Of(task));
        if (Refused(difficulty.Drop(task, Now)) is { } refused) return refused;
        Move(new(difficulty.Id, DifficultyStep.Dropped) { TaskId = task.Id, UnitId = was });
        Db.Add(DifficultyNote.Write(difficulty, $"改派原因：{input.Reason!.Trim()}", isInternal: true, Actor.UserId, null, Now));
        await Desk.News.TellUnitAsync(difficulty, was, "一项难题任务不再由贵单位办理", "不用再答复。", cancellation);
        return unit is null ? null : await GiveAsync(difficulty, handed, unit, handed.IsLead ? "有一件难题交办贵单位牵头" : "有一件难题请贵单位协办", cancellation);
    }
}
