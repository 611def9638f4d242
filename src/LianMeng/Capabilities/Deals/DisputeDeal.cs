using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Deals;

/// <summary>A firm objects: the deal leaves all figures until this side says that it is settled.</summary>
public sealed class DisputeDeal(UseCaseContext context, DealNews news) : DealCommand<DisputeDeal.Input>(context, news)
{
    public sealed class Input : IDealInput
    {
        public Guid Id { get; set; }

        [Display(Name = "代哪一方")]
        public DealSide? Side { get; set; }

        public Guid? Version { get; set; }

        [Display(Name = "争议"), Required, StringLength(Deal.ReasonLimit, MinimumLength = 2)]
        public string? Reason { get; set; }
    }

    public override Access Access => Access.Needs(DealsCapability.Confirm);

    protected override async Task<Outcome<Guid>?> DoAsync(Deal deal, DealSpeaker speaker, Input input, CancellationToken cancellation)
    {
        if (speaker.OnBehalf) return Outcome<Guid>.Refused("争议由企业自己的账号提出。");
        if (deal.Object(input.Reason!.Trim(), speaker, Now) is { } problem) return Outcome<Guid>.Refused(problem);
        await RecordAsync(deal, speaker, DealAction.Disputed, null, "对方对一笔合作提出争议", $"{deal.Title}：{ListExport.Words(speaker.Side)}提出争议，了结以前不计入统计。请打开查看理由。", cancellation);
        return null;
    }
}
