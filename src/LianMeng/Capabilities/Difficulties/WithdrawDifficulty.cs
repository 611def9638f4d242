using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>撤回: whoever raised it takes it back.</summary>
public sealed class WithdrawDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<WithdrawDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyInput
    {
        [Display(Name = "原因"), Required, StringLength(Difficulty.ReasonLimit, MinimumLength = 2)]
        public string? Reason { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Raise);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        if (!Actor.Raised(difficulty)) return Outcome<Guid>.Refused("由登记难题的人或企业撤回；不归本区县管的，请书记“不予受理”。");
        if (Refused(difficulty.Withdraw(input.Reason!.Trim(), Now)) is { } refused) return refused;
        Move(new(difficulty.Id, DifficultyStep.Withdrawn));
        await Desk.News.TellUnitsAsync(difficulty, "难题已撤回", "不用再办理。", cancellation);
        await Desk.News.TellGuidesAsync(difficulty, "难题已撤回", input.Reason.Trim(), cancellation);
        return null;
    }
}
