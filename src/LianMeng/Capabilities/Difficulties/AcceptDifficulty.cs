using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>受理: the secretary takes it on and says by which limits it is handled.</summary>
public sealed class AcceptDifficulty(UseCaseContext context, DifficultyDesk desk) : DifficultyCommand<AcceptDifficulty.Input>(context, desk)
{
    public sealed class Input : DifficultyInput
    {
        [Display(Name = "办理方式"), Required]
        public DifficultyTrack? Track { get; set; }

        /// <summary>As it is when nothing is said.</summary>
        [Display(Name = "类别")]
        public DifficultyCategory? Category { get; set; }

        [Display(Name = "紧急程度")]
        public DifficultyLevel? Level { get; set; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Guide);

    protected override async Task<Outcome<Guid>?> DoAsync(Difficulty difficulty, Input input, CancellationToken cancellation)
    {
        if (Guided(difficulty) is { } other) return other;
        if (Refused(difficulty.Accept(input.Track!.Value, input.Category ?? difficulty.Category, input.Level ?? difficulty.Level, Now)) is { } refused) return refused;
        Move(new(difficulty.Id, DifficultyStep.Accepted) { Track = difficulty.Track });
        await Desk.News.TellFirmsAsync(difficulty, "难题已受理", "接下来交办承办单位，进展会告诉您。", cancellation);
        return null;
    }
}
