using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Deals;

/// <summary>A firm says the same as the other side; where the two differ, it takes the other's amount. Only by a person with a post at that firm.</summary>
public sealed class ConfirmDealStep(UseCaseContext context, DealNews news) : DealCommand<ConfirmDealStep.Input>(context, news)
{
    public sealed class Input : IDealInput
    {
        public Guid Id { get; set; }

        [Display(Name = "代哪一方")]
        public DealSide? Side { get; set; }

        public Guid? Version { get; set; }

        [Display(Name = "进展"), Required]
        public DealStage? Stage { get; set; }
    }

    public override Access Access => Access.Needs(DealsCapability.Confirm);

    protected override async Task<Outcome<Guid>?> DoAsync(Deal deal, DealSpeaker speaker, Input input, CancellationToken cancellation)
    {
        var stage = input.Stage!.Value;
        if (deal.Confirm(stage, speaker, Now) is { } problem) return Outcome<Guid>.Refused(problem);
        var words = ListExport.Words(stage);
        await RecordAsync(deal, speaker, DealAction.Confirmed, stage, $"对方确认了合作进展：{words}", $"{deal.Title}：{ListExport.Words(speaker.Side)}确认了“{words}”（{ListExport.Words(deal.Of(stage)!.State)}）。", cancellation);
        return null;
    }
}
