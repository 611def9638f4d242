using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Deals;

/// <summary>How the deal goes on, by either firm, or by an officer who asked: once answered, nobody is asked again until the next one.</summary>
public sealed class AnswerFollowUp(UseCaseContext context, DealNews news, SettingValues settings) : DealCommand<AnswerFollowUp.Input>(context, news)
{
    public sealed class Input : IDealInput
    {
        public Guid Id { get; set; }

        /// <summary>An officer need not say: the answer is marked 代录, of neither side.</summary>
        [Display(Name = "代哪一方")]
        public DealSide? Side { get; set; } = DealSide.Buyer;

        public Guid? Version { get; set; }

        [Display(Name = "第几次"), Range(1, Deal.FollowUps)]
        public int Number { get; set; } = 1;

        [Display(Name = "合作情况"), Required]
        public FollowUpOutcome? Outcome { get; set; }

        [Display(Name = "说明"), StringLength(Deal.NoteLimit)]
        public string? Text { get; set; }
    }

    protected override Task<Outcome<Guid>?> DoAsync(Deal deal, DealSpeaker speaker, Input input, CancellationToken cancellation)
    {
        var side = speaker.OnBehalf ? (DealSide?)null : speaker.Side;
        if (deal.Follow(input.Number, input.Outcome!.Value, input.Text?.Trim() is { Length: > 0 } text ? text : null, side, Actor.UserId, ChinaTime.Today(Now), DealsCapability.DaysOf(settings), Now) is { } problem)
            return Task.FromResult<Outcome<Guid>?>(Outcome<Guid>.Refused(problem));
        Record(new DealFollowedUp(deal.Id, input.Number, input.Outcome.Value, side));
        return Task.FromResult<Outcome<Guid>?>(null);
    }
}
