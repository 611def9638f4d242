using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>答复: what came of the unit's work. The lead's goes to the firms, who then say what they think of it; with 审签 another person of the unit signs first.</summary>
public sealed class AnswerDifficulty(UseCaseContext context, DifficultyDesk desk, SettingValues settings) : DifficultyCommand<AnswerDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyTaskInput
    {
        [Display(Name = "结果"), Required]
        public AnswerOutcome? Outcome { get; set; }

        [Display(Name = "答复"), Required, StringLength(DifficultyTask.AnswerLimit, MinimumLength = 4)]
        public string? Text { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Handle);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        var (task, refusal) = TaskOf(difficulty, input.TaskId);
        if (task is null) return refusal;
        if (task.State == DifficultyTaskState.Signing) return Outcome<Guid>.Refused("答复已经送审签；要修改，请审签人退回。");
        var sign = settings.IsOn(DifficultiesCapability.SignOff);
        if (Refused(difficulty.Draft(task, input.Outcome!.Value, input.Text!.Trim(), Actor.UserId, !sign, Now)) is { } refused) return refused;
        if (sign)
        {
            Record(new DifficultyTaskHanded(difficulty.Id, task.Id, task.UnitId, ToSign: true));
            await Desk.News.TellUnitAsync(difficulty, task.UnitId, "有一份答复等贵单位审签", "由起草人以外的人审签后才算答复。", cancellation);
            return null;
        }

        Move(DifficultySteps.Answered(difficulty, task, Desk.Clocks));
        await Desk.News.TellAnsweredAsync(difficulty, task, cancellation);
        return null;
    }
}
