using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>The maker states its prices, or changes them, until the last day. Lines that it does not name stay as they are.</summary>
public sealed class AnswerInquiry(UseCaseContext context, InquiryNotices notices) : InquiryCommand<AnswerInquiry.Input>(context)
{
    public sealed class Input : IInquiryInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "各行报价"), MaxLength(Bill.MostLines)]
        public List<LineOfferForm>? Lines { get; set; }

        internal Guid? SpeaksFor { get; set; }

        Guid? IInquiryInput.SpeaksFor => SpeaksFor;
    }

    protected override InquirySide Side => InquirySide.Seller;

    protected override string? Refusal(Inquiry inquiry) => inquiry.WhyOver(ChinaTime.Today(Now));

    protected override async Task<Outcome<Guid>?> DoAsync(Inquiry inquiry, Input input, CancellationToken cancellation)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var offers = Read(inquiry, input.Lines ?? [], errors);
        if (errors.Count > 0) return Outcome<Guid>.Invalid(errors);
        if (inquiry.Answer(offers, Actor.UserId, ChinaTime.Today(Now), Now) is { } problem) return Outcome<Guid>.Refused(problem);
        Record(new InquiryMoved(inquiry.Id, InquiryStep.Answered, inquiry.State, offers.Count));
        await notices.TellAsync(inquiry, InquirySide.Buyer, InquiryStep.Answered, seller => ($"{seller}已报价：{InquiryNotices.WhatOf(inquiry)}", "打开可以看到报价；截止以前对方还可能修改。"), cancellation);
        return null;
    }

    private List<(Guid LineId, LineOffer Offer)> Read(Inquiry inquiry, List<LineOfferForm> forms, Dictionary<string, string[]> errors)
    {
        var offers = new List<(Guid LineId, LineOffer Offer)>();
        var seen = new HashSet<Guid>();
        for (var at = 0; at < forms.Count; at++)
        {
            var form = forms[at];
            if (form.IsEmpty) continue;
            if (!inquiry.Lines.Any(l => l.Id == form.LineId)) errors[$"lines[{at}].lineId"] = ["这次询价里没有这一行；请刷新页面后重新填写。"];
            else if (!seen.Add(form.LineId)) errors[$"lines[{at}].lineId"] = ["同一行报了两次，请只留一次。"];
            var (offer, wrong) = form.Check(ChinaTime.Today(Now));
            foreach (var (field, problems) in wrong) errors[$"lines[{at}].{field}"] = problems;
            if (offer is not null) offers.Add((form.LineId, offer));
        }

        if (offers.Count == 0 && errors.Count == 0) errors["lines"] = ["请至少给一行填写单价；全都不报，请选“谢绝”。"];
        return offers;
    }
}
