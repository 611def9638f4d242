using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>异议: a unit says that it is not theirs, and whose it is. Within one working day of the assignment; the second time for a difficulty the leader in charge rules.</summary>
public sealed class DisputeDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<DisputeDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyTaskInput
    {
        [Display(Name = "原因"), Required, StringLength(Difficulty.ReasonLimit, MinimumLength = 4)]
        public string? Reason { get; set; }

        [Display(Name = "归谁管"), Required, StringLength(Difficulty.BodyLimit, MinimumLength = 2)]
        public string? Whose { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Handle);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        var (task, refusal) = TaskOf(difficulty, input.TaskId);
        if (task is null) return refusal;
        if (Desk.Clocks.DisputeLimit(task.AssignedAt) is var limit && Now > limit) return Outcome<Guid>.Refused($"异议应在交办后 {Desk.Clocks.Limits.Dispute} 个工作日内提出，已经过期；确有困难请联系书记改派。");
        if (task.Ruling is not null) return Outcome<Guid>.Refused("已经裁定由贵单位办理，不能再提出异议。");
        var (problem, elevated) = difficulty.Dispute(task, input.Reason!.Trim(), input.Whose!.Trim(), Now);
        if (problem is not null) return Outcome<Guid>.Refused(problem);
        Move(new(difficulty.Id, DifficultyStep.Disputed) { TaskId = task.Id, UnitId = task.UnitId });
        await Desk.News.TellGuidesAsync(difficulty, "承办单位提出异议", elevated ? "这是第二次异议，已提请包链领导裁定。" : "请当日裁定（15:00 以后提出的，次一工作日裁定）。", cancellation);
        if (!elevated) return null;
        Move(new(difficulty.Id, DifficultyStep.Elevated) { TaskId = task.Id, UnitId = task.UnitId });
        await Desk.News.TellLeaderAsync(difficulty, "有一件难题提请您裁定", "两个单位都说不归自己管。", cancellation);
        return null;
    }
}
