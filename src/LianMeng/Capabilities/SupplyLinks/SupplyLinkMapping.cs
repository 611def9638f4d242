using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.SupplyLinks;

internal sealed class SupplyLinkMapping : IEntityTypeConfiguration<SupplyLink>
{
    public void Configure(EntityTypeBuilder<SupplyLink> entity)
    {
        entity.ToTable("SupplyLink");
        entity.Property(e => e.Product).HasMaxLength(SupplyLink.ProductLimit);
        entity.Property(e => e.ProductKey).HasMaxLength(SupplyLink.ProductLimit * 2);
        entity.Property(e => e.Unit).HasMaxLength(SupplyLink.UnitLimit);
        entity.Property(e => e.Denial).HasMaxLength(SupplyLink.ReasonLimit);
        entity.HasMany(e => e.Statements).WithOne().HasForeignKey(s => s.SupplyLinkId);
        entity.Navigation(e => e.Statements).UsePropertyAccessMode(PropertyAccessMode.Field);
        entity.HasIndex(e => new { e.SellerId, e.BuyerId, e.ProductKey }).IsUnique().HasFilter("\"State\" <> 'Withdrawn'");
        entity.HasIndex(e => e.BuyerId);
        entity.HasIndex(e => new { e.DistrictId, e.UpdatedAt });
    }
}

internal sealed class SupplyStatementMapping : IEntityTypeConfiguration<SupplyStatement>
{
    public void Configure(EntityTypeBuilder<SupplyStatement> entity)
    {
        entity.ToTable("SupplyStatement");
        entity.Ignore(e => e.Figures);
        entity.Property(e => e.Unit).HasMaxLength(SupplyLink.UnitLimit);
        entity.HasIndex(e => new { e.SupplyLinkId, e.Side }).IsUnique();
    }
}
