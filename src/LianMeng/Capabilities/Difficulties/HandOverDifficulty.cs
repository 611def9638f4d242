using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>转出: it goes on as the block of an investment project or as a policy gap. Those capabilities do not exist yet; until then the record says where it went and why.</summary>
public sealed class HandOverDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<HandOverDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyInput
    {
        [Display(Name = "转为"), Required]
        public HandOverTarget? Target { get; set; }

        [Display(Name = "原因和接手人"), Required, StringLength(Difficulty.ReasonLimit, MinimumLength = 4)]
        public string? Reason { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Guide);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        if (Guided(difficulty) is { } other) return other;
        if (Refused(difficulty.HandOver(input.Target!.Value, input.Reason!.Trim(), Now)) is { } refused) return refused;
        Move(new(difficulty.Id, DifficultyStep.HandedOver));
        await Desk.News.TellFirmsAsync(difficulty, $"难题转为{ListExport.Words(input.Target.Value)}", input.Reason.Trim(), cancellation);
        await Desk.News.TellUnitsAsync(difficulty, $"难题转为{ListExport.Words(input.Target.Value)}", "这里不用再答复。", cancellation);
        return null;
    }
}
