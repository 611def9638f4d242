using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>
/// An inquiry took a step. Neither who asks whom, nor a product, nor a price: whoever reads the ledger learns that it happened, the two firms read the rest on their page.
/// </summary>
/// <param name="Lines">how many lines the step was about</param>
public sealed record InquiryMoved(Guid InquiryId, InquiryStep Step, InquiryState To, int Lines) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [InquiryId];

    public override string Words => Step switch
    {
        InquiryStep.Sent => $"发出询价（{Lines} 行）",
        InquiryStep.Extended => $"询价增加 {Lines} 行",
        InquiryStep.Answered => $"供应商报价（{Lines} 行）",
        InquiryStep.Declined => "供应商谢绝报价",
        InquiryStep.Expired => "询价到期，没有报价",
        InquiryStep.FirmLeft => "因企业移出名册而结束询价",
        _ => "采购方结束询价",
    };
}
