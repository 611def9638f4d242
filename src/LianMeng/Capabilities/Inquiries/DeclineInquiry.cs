using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>The maker offers nothing, with a reason; until the last day it may still think better of it.</summary>
public sealed class DeclineInquiry(UseCaseContext context, InquiryNotices notices) : InquiryCommand<DeclineInquiry.Input>(context)
{
    public sealed class Input : IInquiryInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "谢绝的原因"), Required, StringLength(Inquiry.ReasonLimit)]
        public string? Reason { get; set; }

        internal Guid? SpeaksFor { get; set; }

        Guid? IInquiryInput.SpeaksFor => SpeaksFor;
    }

    protected override InquirySide Side => InquirySide.Seller;

    protected override string? Refusal(Inquiry inquiry) => inquiry.WhyOver(ChinaTime.Today(Now));

    protected override async Task<Outcome<Guid>?> DoAsync(Inquiry inquiry, Input input, CancellationToken cancellation)
    {
        var reason = ImportText.Clean(input.Reason!);
        if (reason.Length == 0) return Outcome<Guid>.Invalid("reason", "请填写“谢绝的原因”。");
        if (inquiry.Decline(reason, Actor.UserId, ChinaTime.Today(Now), Now) is { } problem) return Outcome<Guid>.Refused(problem);
        Record(new InquiryMoved(inquiry.Id, InquiryStep.Declined, inquiry.State, inquiry.Lines.Count));
        await notices.TellAsync(inquiry, InquirySide.Buyer, InquiryStep.Declined, seller => ($"{seller}谢绝了询价：{InquiryNotices.WhatOf(inquiry)}", "对方写了原因，打开可以看到；可以另选企业询价。"), cancellation);
        return null;
    }
}
