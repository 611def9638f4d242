using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>审签: somebody of the unit who did not write the answer signs it, or gives it back.</summary>
public sealed class SignDifficultyAnswer(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<SignDifficultyAnswer.Input>(context, desk)
{
    public sealed class Input : DifficultyTaskInput
    {
        [Display(Name = "同意")]
        public bool Approve { get; set; }

        /// <summary>Why it is given back.</summary>
        [Display(Name = "意见"), StringLength(DifficultyNote.TextLimit)]
        public string? Text { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Handle);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        var (task, refusal) = TaskOf(difficulty, input.TaskId);
        if (task is null) return refusal;
        if (task.State != DifficultyTaskState.Signing) return Outcome<Guid>.Refused("这项任务没有等审签的答复。");
        if (task.AnsweredBy == Actor.UserId) return Outcome<Guid>.Refused("起草人不能审签自己的答复，请本单位另一位联络员审签。");
        if (!input.Approve)
        {
            if (string.IsNullOrWhiteSpace(input.Text)) return Outcome<Guid>.Invalid("text", "退回时请写明要改什么。");
            task.GiveBack();
            Db.Add(DifficultyNote.Write(difficulty, $"审签退回：{input.Text.Trim()}", isInternal: true, Actor.UserId, task.UnitId, Now));
            Record(new DifficultyTaskHanded(difficulty.Id, task.Id, task.UnitId, ToSign: false));
            await Desk.News.TellUnitAsync(difficulty, task.UnitId, "答复被退回修改", input.Text.Trim(), cancellation);
            return null;
        }

        if (Refused(difficulty.Answer(task, Now)) is { } refused) return refused;
        Move(DifficultySteps.Answered(difficulty, task, Desk.Clocks));
        await Desk.News.TellAnsweredAsync(difficulty, task, cancellation);
        return null;
    }
}
