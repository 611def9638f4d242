using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>The secretary decides on what the lead asks, the lead on an assisting unit's extension; what is put off (挂账) the secretary alone.</summary>
public sealed class DecideDifficultyRequest(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<DecideDifficultyRequest.Input>(context, desk)
{
    public sealed class Input : DifficultyInput
    {
        [Display(Name = "申请"), Required]
        public Guid? RequestId { get; set; }

        [Display(Name = "同意")]
        public bool Approve { get; set; }

        [Display(Name = "意见"), StringLength(DifficultyRequest.ReasonLimit)]
        public string? Text { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Decide);

    private void Extend(Difficulty difficulty, DifficultyTask task, DifficultyRequest request)
    {
        if (difficulty.Milestones.FirstOrDefault(m => m.Id == request.MilestoneId) is { } milestone) milestone.Postpone(request.Until!.Value);
        Move(new(difficulty.Id, DifficultyStep.Extended) { TaskId = task.Id, UnitId = task.UnitId, MilestoneId = request.MilestoneId, NewLimit = request.Until });
    }

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        var request = difficulty.Requests.FirstOrDefault(r => r.Id == input.RequestId);
        if (request is null || difficulty.TaskOf(request.TaskId) is not { } task) return Outcome<Guid>.Invalid("requestId", "没有这个申请，请刷新页面后重新选择。");
        var byLead = request.Type == DifficultyRequestType.Extension && !task.IsLead && difficulty.Lead is { } lead && Actor.Handles(lead);
        if (!byLead && !Actor.MayOn(difficulty, DifficultiesCapability.Guide)) return Outcome<Guid>.Refused(task.IsLead || request.Type == DifficultyRequestType.Deferral ? "由联盟书记或区县专员批准。" : "协办单位的延期由牵头单位批准。");
        if (!request.IsOpen) return Outcome<Guid>.Refused("这个申请已经有了结果。");
        if (!input.Approve && string.IsNullOrWhiteSpace(input.Text)) return Outcome<Guid>.Invalid("text", "不同意时请写明原因。");
        // What was late stays late: leave that is given afterwards would move nothing.
        if (input.Approve && request.Type == DifficultyRequestType.Extension && task.LimitAt < Now) return Outcome<Guid>.Refused("期限已过，不能再批准延期；请写明原因不同意，由承办单位尽快办理，或申请挂账。");
        if (input.Approve && request.Type == DifficultyRequestType.Deferral && Refused(difficulty.Pause(task, WaitReason.Deferred, Now)) is { } refused) return refused;
        request.Decide(input.Approve, string.IsNullOrWhiteSpace(input.Text) ? null : input.Text.Trim(), Actor.UserId, Now);
        if (!input.Approve) Record(new DifficultyRequestRefused(difficulty.Id, task.Id, request.Id, request.Type));
        else if (request.Type == DifficultyRequestType.Extension) Extend(difficulty, task, request);
        else Move(new(difficulty.Id, DifficultyStep.Paused) { TaskId = task.Id, UnitId = task.UnitId, Waits = WaitReason.Deferred });
        var what = ListExport.Words(request.Type);
        await Desk.News.TellUnitAsync(difficulty, task.UnitId, input.Approve ? $"同意{what}" : $"不同意{what}", input.Text ?? "", cancellation);
        if (input.Approve) await Desk.News.TellFirmsAsync(difficulty, $"难题{what}", "原因写在难题里。", cancellation);
        return null;
    }
}
