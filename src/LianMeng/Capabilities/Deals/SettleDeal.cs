using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Deals;

/// <summary>The side that objected says how it was settled: the deal counts again, with what both confirm by now.</summary>
public sealed class SettleDeal(UseCaseContext context, DealNews news) : DealCommand<SettleDeal.Input>(context, news)
{
    public sealed class Input : IDealInput
    {
        public Guid Id { get; set; }

        [Display(Name = "代哪一方")]
        public DealSide? Side { get; set; }

        public Guid? Version { get; set; }

        [Display(Name = "怎样了结"), Required, StringLength(Deal.ReasonLimit, MinimumLength = 2)]
        public string? How { get; set; }
    }

    public override Access Access => Access.Needs(DealsCapability.Confirm);

    protected override async Task<Outcome<Guid>?> DoAsync(Deal deal, DealSpeaker speaker, Input input, CancellationToken cancellation)
    {
        if (speaker.OnBehalf) return Outcome<Guid>.Refused("争议由提出的企业用自己的账号了结。");
        if (deal.Settle(input.How!.Trim(), speaker, Now) is { } problem) return Outcome<Guid>.Refused(problem);
        await RecordAsync(deal, speaker, DealAction.Settled, null, "一笔合作的争议已了结", $"{deal.Title}：{ListExport.Words(speaker.Side)}了结了争议，按双方确认的内容计入统计。", cancellation);
        return null;
    }
}
