using LianMeng.Shared.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Organisations;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> entity)
    {
        entity.ToTable("Organisation");
        entity.Property(e => e.Uscc).HasMaxLength(18);
        entity.Property(e => e.Name).HasMaxLength(120);
        entity.Property(e => e.NameKey).HasMaxLength(120);
        entity.Property(e => e.SortKey).HasMaxLength(300);
        entity.Property(e => e.SearchText).HasMaxLength(800);
        entity.Property(e => e.RegionCode).HasMaxLength(6);
        entity.Property(e => e.Address).HasMaxLength(200);
        entity.Property(e => e.Park).HasMaxLength(60);
        entity.Property(e => e.IndustryCode).HasMaxLength(4);
        entity.Property(e => e.ContactName).HasMaxLength(40);
        entity.Property(e => e.ContactPhone).HasMaxLength(Telephones.SealedLimit);
        entity.Property(e => e.ContactPhoneDigest).HasMaxLength(64);
        entity.HasIndex(e => e.ContactPhoneDigest);
        entity.Property(e => e.Chain).HasMaxLength(60);
        // One code, one firm; one name among the uncoded. Both databases know filtered indexes.
        entity.HasIndex(e => new { e.DistrictId, e.Uscc }).IsUnique().HasFilter("\"Uscc\" IS NOT NULL AND \"RemovedAt\" IS NULL");
        entity.HasIndex(e => new { e.DistrictId, e.NameKey }).IsUnique().HasFilter("\"Uscc\" IS NULL AND \"RemovedAt\" IS NULL");
        entity.HasIndex(e => new { e.DistrictId, e.SortKey });
        entity.HasMany(e => e.Products).WithOne().HasForeignKey(p => p.OrganisationId);
        entity.HasMany(e => e.Qualifications).WithOne().HasForeignKey(q => q.OrganisationId);
        entity.HasOne(e => e.Card).WithOne().HasForeignKey<OrganisationCard>(c => c.Id).OnDelete(DeleteBehavior.Cascade);
        entity.Navigation(e => e.Card).AutoInclude();
        entity.Ignore(e => e.QualificationNames);
        entity.Navigation(e => e.Products).UsePropertyAccessMode(PropertyAccessMode.Field);
        entity.Navigation(e => e.Qualifications).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class OrganisationCardMapping : IEntityTypeConfiguration<OrganisationCard>
{
    public void Configure(EntityTypeBuilder<OrganisationCard> entity)
    {
        entity.ToTable("OrganisationCard");
        entity.Property(e => e.Name).HasMaxLength(120);
        entity.Property(e => e.RegionCode).HasMaxLength(6);
    }
}

internal sealed class OrganisationProductMapping : IEntityTypeConfiguration<OrganisationProduct>
{
    public void Configure(EntityTypeBuilder<OrganisationProduct> entity)
    {
        entity.ToTable("OrganisationProduct");
        entity.Property(e => e.Name).HasMaxLength(OrganisationProduct.NameLimit);
        entity.HasIndex(e => new { e.DistrictId, e.Name });
    }
}

internal sealed class OrganisationQualificationMapping : IEntityTypeConfiguration<OrganisationQualification>
{
    public void Configure(EntityTypeBuilder<OrganisationQualification> entity)
    {
        entity.ToTable("OrganisationQualification");
        entity.Property(e => e.Name).HasMaxLength(OrganisationQualification.NameLimit);
    }
}
