using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>申请延期: at least one working day before the limit, with a new day and a reason that the firm reads.</summary>
public sealed class ExtendDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<ExtendDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyTaskInput
    {
        [Display(Name = "延到哪天"), Required]
        public DateOnly? Until { get; set; }

        [Display(Name = "原因"), Required, StringLength(DifficultyRequest.ReasonLimit, MinimumLength = 4)]
        public string? Reason { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Handle);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        var (task, refusal) = TaskOf(difficulty, input.TaskId);
        if (task is null) return refusal;
        if (task.LimitAt is not { } limit) return Outcome<Guid>.Refused("这项任务现在没有在走的期限，不用延期。");
        if (Desk.Clocks.LastDayToAsk(limit) is var last && ChinaTime.Today(Now) > last) return Outcome<Guid>.Refused($"延期应在到期前至少 1 个工作日申请（最晚 {ChinaTime.Date(last)}），已经来不及；请尽快答复，或请书记在联席会议上提出。");
        if (input.Until <= ChinaTime.Today(limit)) return Outcome<Guid>.Invalid("until", $"新的日期应晚于现在的期限（{ChinaTime.Date(limit)}）。");
        if (input.Until > ChinaTime.Today(Now).AddYears(1)) return Outcome<Guid>.Invalid("until", "新的日期应在一年以内；时间更长的请申请挂账。");
        var (request, problem) = difficulty.Ask(task, DifficultyRequestType.Extension, input.Until, input.Reason!.Trim(), Actor.UserId, Now);
        if (request is null) return Outcome<Guid>.Refused(problem!);
        Record(new DifficultyRequested(difficulty.Id, task.Id, request.Id, request.Type, request.Until));
        if (task.IsLead) await Desk.News.TellGuidesAsync(difficulty, "牵头单位申请延期", $"申请延到{ChinaTime.Date(input.Until!.Value)}，请批准或不同意。", cancellation);
        else if (difficulty.Lead is { } lead) await Desk.News.TellUnitAsync(difficulty, lead.UnitId, "协办单位申请延期", $"申请延到{ChinaTime.Date(input.Until!.Value)}，请批准或不同意。", cancellation);
        return null;
    }
}
