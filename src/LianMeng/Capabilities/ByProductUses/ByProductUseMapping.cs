using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.ByProductUses;

internal sealed class ByProductUseMapping : IEntityTypeConfiguration<ByProductUse>
{
    public void Configure(EntityTypeBuilder<ByProductUse> entity)
    {
        entity.ToTable("ByProductUse");
        entity.Ignore(e => e.Products);
        entity.Property(e => e.ProductLines).HasMaxLength(ByProductUse.ProductsLimit);
        entity.Property(e => e.Specification).HasMaxLength(ByProductUse.SpecificationLimit);
        entity.HasMany(e => e.Rights).WithOne().HasForeignKey(r => r.ByProductUseId);
        entity.Navigation(e => e.Rights).UsePropertyAccessMode(PropertyAccessMode.Field);
        entity.HasIndex(e => e.OrganisationId);
        entity.HasIndex(e => new { e.DistrictId, e.UpdatedAt });
    }
}

internal sealed class ByProductRightMapping : IEntityTypeConfiguration<ByProductRight>
{
    public void Configure(EntityTypeBuilder<ByProductRight> entity)
    {
        entity.ToTable("ByProductRight");
        entity.Property(e => e.Code).HasMaxLength(10);
        entity.Property(e => e.Evidence).HasMaxLength(ByProductUse.EvidenceLimit);
        entity.HasIndex(e => e.OnlyFromId);
    }
}
