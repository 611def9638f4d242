using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>不予受理: with the reason and the body that it belongs to, so that the firm does not ask "then whose is it?".</summary>
public sealed class RefuseDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<RefuseDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyInput
    {
        [Display(Name = "原因"), Required, StringLength(Difficulty.ReasonLimit, MinimumLength = 4)]
        public string? Reason { get; set; }

        [Display(Name = "归谁管"), Required, StringLength(Difficulty.BodyLimit, MinimumLength = 2)]
        public string? Body { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Guide);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        if (Guided(difficulty) is { } other) return other;
        if (Refused(difficulty.Refuse(input.Reason!.Trim(), input.Body!.Trim(), Now)) is { } refused) return refused;
        Move(new(difficulty.Id, DifficultyStep.Refused));
        await Desk.News.TellFirmsAsync(difficulty, "难题未能受理", "原因和归口单位写在难题里，请按它联系。", cancellation);
        return null;
    }
}
