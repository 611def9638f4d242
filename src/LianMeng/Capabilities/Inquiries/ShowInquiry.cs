using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>One inquiry for the people of its two firms: the lines that were asked, and what the maker says of each.</summary>
public sealed class ShowInquiry(UseCaseContext context, FirmDirectory firms) : Show<ShowInquiry.Input, ShowInquiry.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public sealed record View
    {
        public required Guid Id { get; init; }
        public required Guid Version { get; init; }
        public required string What { get; init; }
        public required InquiryState State { get; init; }
        public required Firm Buyer { get; init; }
        public required Firm Seller { get; init; }

        /// <summary>The side of the own firm; null for whoever has posts at both.</summary>
        public InquirySide? OwnSide { get; init; }

        /// <summary>Why the actor can do nothing with it.</summary>
        public string? Bar { get; init; }

        /// <summary>For the asking firm; null when the bill is gone.</summary>
        public Guid? BillId { get; init; }
        public string? BillName { get; init; }
        public required DateTime SentAt { get; init; }
        public required DateOnly AnswerBy { get; init; }
        public DateTime? AnsweredAt { get; init; }
        public DateTime? EndedAt { get; init; }

        /// <summary>Why the whole was declined.</summary>
        public string? Reason { get; init; }

        /// <summary>Why it cannot be answered any more; null while it can.</summary>
        public string? Over { get; init; }
        public required bool MayAnswer { get; init; }
        public required bool MayClose { get; init; }
        public required IReadOnlyList<Line> Lines { get; init; }
    }

    public sealed record Firm(Guid Id, string Name);

    /// <param name="Offer">what the maker says; null: nothing yet</param>
    public sealed record Line(Guid Id, int Place, string Product, string? Specification, decimal Quantity, string Unit, DateOnly? WantedBy, string? DeliverTo, LineOffer? Offer, decimal? Total);

    public override Access Access => Access.Needs(InquiriesCapability.Use);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var found = await Db.Set<Inquiry>().AsNoTracking().Include(i => i.Lines).SeenBy(Actor).FirstOrDefaultAsync(i => i.Id == input.Id, cancellation);
        if (found is null) return null;
        var names = await firms.Firms().Where(f => f.Id == found.SellerId || f.Id == found.BuyerId).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        var (side, problem) = Actor.SideIn(found);
        var bill = side == InquirySide.Buyer ? await Db.Set<Bill>().AsNoTracking().Where(b => b.Id == found.BillId).Select(b => b.Name).FirstOrDefaultAsync(cancellation) : null;
        var today = ChinaTime.Today(Now);
        var over = found.WhyOver(today);
        return new()
        {
            Id = found.Id, Version = found.Version, What = InquiryNotices.WhatOf(found.Lines.OrderBy(l => l.Place).Select(l => l.Product).FirstOrDefault() ?? "", found.Lines.Count),
            State = found.StateOn(today), Buyer = FirmOf(found.BuyerId), Seller = FirmOf(found.SellerId), OwnSide = side, Bar = problem,
            BillId = bill is null ? null : found.BillId, BillName = bill, SentAt = found.SentAt, AnswerBy = found.AnswerBy, AnsweredAt = found.AnsweredAt, EndedAt = found.EndedAt, Reason = found.Reason, Over = over,
            MayAnswer = side == InquirySide.Seller && over is null, MayClose = side == InquirySide.Buyer && found.IsOpen,
            Lines = [.. found.Lines.OrderBy(l => l.Place).Select(l => new Line(l.Id, l.Place, l.Product, l.Specification, l.Quantity, l.Unit, l.WantedBy, l.DeliverTo,
                l.SaidAt is null ? null : new(l.Price, l.OfferedQuantity, l.LeadDays, l.ValidUntil, l.Remark, l.DeclineReason), l.Price * l.OfferedQuantity))],
        };

        Firm FirmOf(Guid id) => new(id, names.GetValueOrDefault(id) ?? "已移出名册的企业");
    }
}
