using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Deals;

/// <summary>Nothing came of it, and why. What both confirmed until then stays what it was.</summary>
public sealed class FailDeal(UseCaseContext context, DealNews news) : DealCommand<FailDeal.Input>(context, news)
{
    public sealed class Input : IDealInput
    {
        public Guid Id { get; set; }

        [Display(Name = "代哪一方")]
        public DealSide? Side { get; set; }

        public Guid? Version { get; set; }

        [Display(Name = "为什么没成"), Required, StringLength(Deal.ReasonLimit, MinimumLength = 2)]
        public string? Reason { get; set; }
    }

    protected override async Task<Outcome<Guid>?> DoAsync(Deal deal, DealSpeaker speaker, Input input, CancellationToken cancellation)
    {
        if (deal.Fail(input.Reason!.Trim(), speaker, Now) is { } problem) return Outcome<Guid>.Refused(problem);
        await RecordAsync(deal, speaker, DealAction.Failed, null, "一笔合作已标为未成", $"{deal.Title}：{(speaker.OnBehalf ? "专员、书记代" : "")}{ListExport.Words(speaker.Side)}标为未成。", cancellation);
        return null;
    }
}
