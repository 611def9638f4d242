using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>暂停计时: a unit waits for the firm or for a third party; to put the matter off it asks the secretary, who may stop the whole at once.</summary>
public sealed class PauseDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<PauseDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyTaskInput
    {
        [Display(Name = "等什么"), Required]
        public WaitReason? Waits { get; set; }

        [Display(Name = "说明"), Required, StringLength(DifficultyRequest.ReasonLimit, MinimumLength = 4)]
        public string? Text { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Halt);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        var (text, waits) = (input.Text!.Trim(), input.Waits!.Value);
        if (input.TaskId is null && Actor.MayOn(difficulty, DifficultiesCapability.Guide))
        {
            if (Refused(difficulty.Pause(null, waits, Now)) is { } refused) return refused;
            Move(new(difficulty.Id, DifficultyStep.Paused) { Waits = waits });
            Db.Add(DifficultyNote.Write(difficulty, $"暂停计时（{ListExport.Words(waits)}）：{text}", isInternal: false, Actor.UserId, null, Now));
            await Desk.News.TellUnitsAsync(difficulty, "难题暂停计时", text, cancellation);
        }
        else
        {
            var (task, refusal) = TaskOf(difficulty, input.TaskId);
            if (task is null) return refusal;
            if (waits == WaitReason.Deferred)
            {
                var (request, problem) = difficulty.Ask(task, DifficultyRequestType.Deferral, null, text, Actor.UserId, Now);
                if (request is null) return Outcome<Guid>.Refused(problem!);
                Record(new DifficultyRequested(difficulty.Id, task.Id, request.Id, request.Type, null));
                await Desk.News.TellGuidesAsync(difficulty, "承办单位申请挂账", "挂账由书记批准；批准前期限照走。", cancellation);
                return null;
            }

            if (Refused(difficulty.Pause(task, waits, Now)) is { } refused) return refused;
            Move(new(difficulty.Id, DifficultyStep.Paused) { TaskId = task.Id, UnitId = task.UnitId, Waits = waits });
            Db.Add(DifficultyNote.Write(difficulty, $"暂停计时（{ListExport.Words(waits)}）：{text}", isInternal: false, Actor.UserId, task.UnitId, Now));
        }

        await Desk.News.TellFirmsAsync(difficulty, waits == WaitReason.Firm ? "难题等贵单位补充" : "难题暂停计时", text, cancellation);
        return null;
    }
}
