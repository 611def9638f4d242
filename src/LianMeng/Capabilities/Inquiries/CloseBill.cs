using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>Ends all inquiries of a bill: it was compared, or nothing is bought.</summary>
public sealed class CloseBill(UseCaseContext context, InquiryNotices notices) : BillCommand<CloseBill.Input>(context)
{
    public sealed class Input : IBillInput
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }
    }

    protected override async Task<Outcome<Guid>?> DoAsync(Bill bill, Input input, CancellationToken cancellation)
    {
        var open = (await Db.Set<Inquiry>().Include(i => i.Lines).Where(i => i.BillId == bill.Id).ToListAsync(cancellation)).Where(i => i.Close(Now)).ToList();
        if (open.Count == 0) return Outcome<Guid>.Refused("这份清单没有还在进行的询价，不用再结束。");
        foreach (var inquiry in open)
        {
            Record(new InquiryMoved(inquiry.Id, InquiryStep.Closed, inquiry.State, inquiry.Lines.Count));
            await notices.TellAsync(inquiry, InquirySide.Seller, InquiryStep.Closed, Words(inquiry), cancellation);
        }

        return null;
    }

    internal static Func<string, (string Title, string Text)> Words(Inquiry inquiry) => buyer => ($"{buyer}结束了询价：{InquiryNotices.WhatOf(inquiry)}", "不用再报价；选中贵企业的话，对方会提出对接或登记合作。");
}
