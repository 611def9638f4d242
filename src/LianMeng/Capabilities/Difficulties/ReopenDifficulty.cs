using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>重新办理 after it was closed: by the secretary, with the reason, back to the unit that answered; every firm is asked again.</summary>
public sealed class ReopenDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<ReopenDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyInput
    {
        [Display(Name = "原因"), Required, StringLength(Difficulty.ReasonLimit, MinimumLength = 4)]
        public string? Reason { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Guide);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        if (Guided(difficulty) is { } other) return other;
        if (Refused(difficulty.Reopen(everybody: true, Now)) is { } refused) return refused;
        Db.Add(DifficultyNote.Write(difficulty, $"重新办理：{input.Reason!.Trim()}", isInternal: false, Actor.UserId, null, Now));
        Move(DifficultySteps.Reopened(difficulty, Desk.Clocks));
        await Desk.News.TellUnitAsync(difficulty, difficulty.Lead!.UnitId, "一件难题要重新办理", input.Reason.Trim(), cancellation);
        await Desk.News.TellFirmsAsync(difficulty, "难题重新办理", input.Reason.Trim(), cancellation);
        return null;
    }
}
