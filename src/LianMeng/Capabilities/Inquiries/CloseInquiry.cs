using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>The asking firm ends one inquiry: its maker cannot answer any more, its offers stay to be read.</summary>
public sealed class CloseInquiry(UseCaseContext context, InquiryNotices notices) : InquiryCommand<CloseInquiry.Input>(context)
{
    public sealed class Input : IInquiryInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
        internal Guid? SpeaksFor { get; set; }

        Guid? IInquiryInput.SpeaksFor => SpeaksFor;
    }

    protected override InquirySide Side => InquirySide.Buyer;

    protected override async Task<Outcome<Guid>?> DoAsync(Inquiry inquiry, Input input, CancellationToken cancellation)
    {
        if (!inquiry.Close(Now)) return Outcome<Guid>.Refused($"这次询价{ListExport.Words(inquiry.State)}，不用再结束。");
        Record(new InquiryMoved(inquiry.Id, InquiryStep.Closed, inquiry.State, inquiry.Lines.Count));
        await notices.TellAsync(inquiry, InquirySide.Seller, InquiryStep.Closed, CloseBill.Words(inquiry), cancellation);
        return null;
    }
}
