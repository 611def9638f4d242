using LianMeng.Capabilities.Inquiries.Bills;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Inquiries;

internal sealed class InquiryMapping : IEntityTypeConfiguration<Inquiry>
{
    public void Configure(EntityTypeBuilder<Inquiry> entity)
    {
        entity.ToTable("Inquiry");
        entity.Property(e => e.Reason).HasMaxLength(Inquiry.ReasonLimit);
        entity.HasMany(e => e.Lines).WithOne().HasForeignKey(l => l.InquiryId);
        entity.Navigation(e => e.Lines).UsePropertyAccessMode(PropertyAccessMode.Field).HasField("lines");
        // A maker has one open inquiry of a bill: what is asked later joins it.
        entity.HasIndex(e => new { e.BuyerId, e.SellerId, e.BillId }).IsUnique().HasFilter("\"State\" IN ('Sent', 'Answered', 'Declined')");
        entity.HasIndex(e => e.SellerId);
        entity.HasIndex(e => e.BillId);
        entity.HasIndex(e => new { e.DistrictId, e.State, e.AnswerBy });
    }
}

internal sealed class InquiryLineMapping : IEntityTypeConfiguration<InquiryLine>
{
    public void Configure(EntityTypeBuilder<InquiryLine> entity)
    {
        entity.ToTable("InquiryLine");
        entity.Ignore(e => e.IsDeclined);
        entity.Property(e => e.Product).HasMaxLength(BillLineForm.ProductLimit);
        entity.Property(e => e.Specification).HasMaxLength(BillLineForm.SpecificationLimit);
        entity.Property(e => e.Unit).HasMaxLength(BillLineForm.UnitLimit);
        entity.Property(e => e.DeliverTo).HasMaxLength(BillLineForm.PlaceLimit);
        entity.Property(e => e.Remark).HasMaxLength(LineOfferForm.RemarkLimit);
        entity.Property(e => e.DeclineReason).HasMaxLength(Inquiry.ReasonLimit);
        entity.HasIndex(e => new { e.InquiryId, e.BillLineId }).IsUnique();
        entity.HasIndex(e => e.BillLineId);
    }
}
