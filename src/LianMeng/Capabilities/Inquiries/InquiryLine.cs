using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>A line as the maker was asked: a copy, which stays when the bill is changed; and what the maker says of it.</summary>
public sealed class InquiryLine : IDistrictOwned
{
    private InquiryLine() { }

    public Guid Id { get; private set; }
    public Guid InquiryId { get; private set; }
    public Guid DistrictId { get; private set; }

    /// <summary>For the asking firm alone: side by side are the offers of one line of the bill.</summary>
    public Guid BillLineId { get; private set; }
    public int Place { get; private set; }

    /// <inheritdoc cref="BillGoods"/>
    public string Product { get; private set; } = "";
    public string? Specification { get; private set; }
    public decimal Quantity { get; private set; }
    public string Unit { get; private set; } = "";
    public DateOnly? WantedBy { get; private set; }
    public string? DeliverTo { get; private set; }

    /// <inheritdoc cref="LineOffer"/>
    public decimal? Price { get; private set; }
    public decimal? OfferedQuantity { get; private set; }
    public int? LeadDays { get; private set; }
    public DateOnly? ValidUntil { get; private set; }
    public string? Remark { get; private set; }
    public string? DeclineReason { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? SaidAt { get; private set; }

    public bool IsDeclined => DeclineReason is not null;

    /// <summary>Its number for the maker, who does not learn how long the bill is.</summary>
    internal static InquiryLine Of(Inquiry inquiry, BillLine line) => new()
    {
        Id = Guid.CreateVersion7(), InquiryId = inquiry.Id, DistrictId = inquiry.DistrictId, BillLineId = line.Id, Place = inquiry.Lines.Count + 1,
        Product = line.Product, Specification = line.Specification, Quantity = line.Quantity, Unit = line.Unit, WantedBy = line.WantedBy, DeliverTo = line.DeliverTo,
    };

    internal void Say(LineOffer offer, DateTime now)
        => (Price, OfferedQuantity, LeadDays, ValidUntil, Remark, DeclineReason, SaidAt) = (offer.Price, offer.Price is null ? null : offer.Quantity ?? Quantity, offer.LeadDays, offer.ValidUntil, offer.Remark, offer.Declined, now);

    internal void TakeBack() => (Price, OfferedQuantity, LeadDays, ValidUntil, Remark, DeclineReason, SaidAt) = (null, null, null, null, null, null, null);
}
