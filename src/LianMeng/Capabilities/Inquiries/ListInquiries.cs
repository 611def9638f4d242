using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>Inquiries that the own firm sent or got. No price is in a row, none is sorted or searched by; the bill's name is in the asking firm's rows alone.</summary>
public sealed class ListInquiries(UseCaseContext context, FirmDirectory firms) : Query<ListInquiries.Filter, ListInquiries.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        /// <summary>What the own firm is in them.</summary>
        [Display(Name = "我方是")]
        public InquirySide? Side { get; set; }

        [Display(Name = "状态")]
        public InquiryState? State { get; set; }

        /// <summary>The own firm can still answer and has not.</summary>
        [Display(Name = "待我方报价")]
        public bool? Waiting { get; set; }

        /// <summary>Of the own firm's bills.</summary>
        [Display(Name = "物料清单")]
        public Guid? BillId { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "我方是")] public InquirySide Side { get; init; }
        public Guid PartnerId { get; init; }
        [Display(Name = "对方企业")] public string Partner { get; init; } = "";
        [Display(Name = "产品")] public string What { get; set; } = "";
        [Display(Name = "行数")] public int Lines { get; init; }
        [Display(Name = "状态")] public InquiryState State { get; set; }

        /// <summary>For the asking firm.</summary>
        public Guid? BillId { get; init; }
        [Display(Name = "物料清单")] public string? Bill { get; init; }
        [Display(Name = "询价时间")] public DateTime SentAt { get; init; }
        [Display(Name = "报价截止日")] public DateOnly AnswerBy { get; init; }
        [Display(Name = "答复时间")] public DateTime? AnsweredAt { get; init; }
        internal string PartnerKey { get; init; } = "";
        internal string PartnerSearch { get; init; } = "";
    }

    public override Access Access => Access.Needs(InquiriesCapability.Use);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["sent"] = r => r.SentAt,
        ["until"] = r => r.AnswerBy,
        ["partner"] = r => r.PartnerKey,
    };

    protected override string DefaultSort => "-sent";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var (own, today) = (Actor.OwnFirms(), ChinaTime.Today(Now));
        var inquiries = Db.Set<Inquiry>().AsNoTracking().SeenBy(Actor);
        if (filter.Side == InquirySide.Buyer) inquiries = inquiries.Where(i => own.Contains(i.BuyerId));
        if (filter.Side == InquirySide.Seller) inquiries = inquiries.Where(i => own.Contains(i.SellerId));
        if (filter.State is { } state) inquiries = state == InquiryState.Expired ? inquiries.Where(i => i.State == state || (i.State == InquiryState.Sent && i.AnswerBy < today))
            : state == InquiryState.Sent ? inquiries.Where(i => i.State == state && i.AnswerBy >= today) : inquiries.Where(i => i.State == state);
        if (filter.Waiting == true) inquiries = inquiries.Waiting(own, today);
        if (filter.BillId is { } bill) inquiries = inquiries.AskedBy(Actor).Where(i => i.BillId == bill);
        foreach (var word in filter.Words)
        {
            var lower = word.ToLowerInvariant();
            inquiries = inquiries.Where(i => i.Lines.Any(l => l.Product.Contains(word))
                || firms.Firms().Any(f => f.Id == (own.Contains(i.BuyerId) ? i.SellerId : i.BuyerId) && f.SearchText.Contains(lower)));
        }

        return from inquiry in inquiries
               join partner in firms.Firms() on own.Contains(inquiry.BuyerId) ? inquiry.SellerId : inquiry.BuyerId equals partner.Id
               select new Row
               {
                   Id = inquiry.Id, Side = own.Contains(inquiry.BuyerId) ? InquirySide.Buyer : InquirySide.Seller, PartnerId = partner.Id, Partner = partner.Name, PartnerKey = partner.SortKey, PartnerSearch = partner.SearchText,
                   What = inquiry.Lines.OrderBy(l => l.Place).Select(l => l.Product).FirstOrDefault() ?? "", Lines = inquiry.Lines.Count, State = inquiry.State,
                   BillId = own.Contains(inquiry.BuyerId) ? inquiry.BillId : null,
                   Bill = own.Contains(inquiry.BuyerId) ? Db.Set<Bill>().Where(b => b.Id == inquiry.BillId).Select(b => b.Name).FirstOrDefault() : null,
                   SentAt = inquiry.SentAt, AnswerBy = inquiry.AnswerBy, AnsweredAt = inquiry.AnsweredAt,
               };
    }

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(Now);
        foreach (var row in rows)
        {
            row.What = InquiryNotices.WhatOf(row.What, row.Lines);
            // What is past its day is over, whether or not the daily job has come by.
            if (row.State == InquiryState.Sent && row.AnswerBy < today) row.State = InquiryState.Expired;
        }

        return Task.CompletedTask;
    }
}
