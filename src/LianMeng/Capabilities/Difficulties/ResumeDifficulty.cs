using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>恢复计时: by the unit or the secretary; and by the firm itself where it was waited for.</summary>
public sealed class ResumeDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<ResumeDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyTaskInput;

    public override Access Access => Access.Needs(DifficultiesCapability.Read);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        var task = input.TaskId is { } id ? difficulty.TaskOf(id) : difficulty.Waits is null ? difficulty.Tasks.FirstOrDefault(t => t.Waits is not null) : null;
        if (input.TaskId is not null && task is null) return Outcome<Guid>.Invalid("taskId", "这个难题没有这项任务，请刷新页面后重新选择。");
        var waits = task is null ? difficulty.Waits : task.Waits;
        if (waits is null) return Outcome<Guid>.Refused("没有暂停计时，不用恢复。");
        var mayFirm = waits == WaitReason.Firm && Actor.Speaking(difficulty).Count > 0;
        var mayUnit = task is not null && Actor.Handles(task) && waits != WaitReason.Deferred;
        if (!mayFirm && !mayUnit && !Actor.MayOn(difficulty, DifficultiesCapability.Guide)) return Outcome<Guid>.Refused(waits == WaitReason.Deferred ? "挂账由书记恢复。" : "由暂停计时的单位或联盟书记恢复。");
        difficulty.Resume(task, Now);
        Move(new(difficulty.Id, DifficultyStep.Resumed) { TaskId = task?.Id, UnitId = task?.UnitId });
        await Desk.News.TellUnitsAsync(difficulty, "难题恢复计时", mayFirm ? "企业已经补充，请继续办理。" : "请继续办理。", cancellation);
        return null;
    }
}
