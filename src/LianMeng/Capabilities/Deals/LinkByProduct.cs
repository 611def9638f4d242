using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Deals;

/// <summary>The seller names the by-product of its register that the deal is about, and what the buyer makes of it. A hazardous one only where the buyer may take it.</summary>
public sealed class LinkByProduct(UseCaseContext context, DealNews news, ByProductWays ways) : DealCommand<LinkByProduct.Input>(context, news)
{
    public sealed class Input : IDealInput
    {
        public Guid Id { get; set; }

        [Display(Name = "代哪一方")]
        public DealSide? Side { get; set; }

        public Guid? Version { get; set; }

        /// <summary>A by-product of the seller's register.</summary>
        [Display(Name = "副产品"), Required]
        public Guid? StreamId { get; set; }

        [Display(Name = "对方的利用能力")]
        public Guid? UseId { get; set; }
    }

    protected override async Task<Outcome<Guid>?> DoAsync(Deal deal, DealSpeaker speaker, Input input, CancellationToken cancellation)
    {
        if (speaker is { OnBehalf: false, Side: DealSide.Buyer }) return Outcome<Guid>.Refused("副产品由卖方填写。");
        var way = await ways.CheckAsync(deal.SellerId, deal.BuyerId, input.StreamId!.Value, input.UseId, Shared.Ui.ChinaTime.Today(Now), cancellation);
        if (way.Problem is not null) return Outcome<Guid>.Refused(way.Problem);
        if (deal.Link(input.StreamId.Value, way.Title, way.Code, input.UseId, Now) is { } problem) return Outcome<Guid>.Refused(problem);
        await RecordAsync(deal, speaker, DealAction.ByProductLinked, null, "一笔合作关联了副产品", $"{deal.Title}：写明了所用的副产品，请打开核对。", cancellation);
        return null;
    }
}
