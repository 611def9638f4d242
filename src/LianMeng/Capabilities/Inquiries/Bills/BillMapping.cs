using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Inquiries.Bills;

internal sealed class BillMapping : IEntityTypeConfiguration<Bill>
{
    public void Configure(EntityTypeBuilder<Bill> entity)
    {
        entity.ToTable("Bill");
        entity.Property(e => e.Name).HasMaxLength(Bill.NameLimit);
        entity.Property(e => e.FileHash).HasMaxLength(64);
        entity.HasMany(e => e.Lines).WithOne().HasForeignKey(l => l.BillId);
        entity.Navigation(e => e.Lines).UsePropertyAccessMode(PropertyAccessMode.Field).HasField("lines");
        entity.HasIndex(e => new { e.OrganisationId, e.UpdatedAt });
        // Of two who take over one file at once, one makes the bill.
        entity.HasIndex(e => new { e.OrganisationId, e.FileHash }).IsUnique().HasFilter("\"FileHash\" IS NOT NULL");
    }
}

internal sealed class BillLineMapping : IEntityTypeConfiguration<BillLine>
{
    public void Configure(EntityTypeBuilder<BillLine> entity)
    {
        entity.ToTable("BillLine");
        entity.Ignore(e => e.Goods);
        entity.Property(e => e.Product).HasMaxLength(BillLineForm.ProductLimit);
        entity.Property(e => e.Specification).HasMaxLength(BillLineForm.SpecificationLimit);
        entity.Property(e => e.Unit).HasMaxLength(BillLineForm.UnitLimit);
        entity.Property(e => e.DeliverTo).HasMaxLength(BillLineForm.PlaceLimit);
        entity.Property(e => e.Remark).HasMaxLength(BillLineForm.RemarkLimit);
        entity.HasIndex(e => new { e.BillId, e.Place }).IsUnique();
    }
}
