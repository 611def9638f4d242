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
        entity.Property(e => e.SearchText).HasMaxLength(Organisation.SearchTextLimit);
        entity.Property(e => e.ProductText).HasMaxLength(Organisation.ProductTextBytes);
        entity.Property(e => e.FormerText).HasMaxLength(Organisation.FormerTextLimit);
        entity.Property(e => e.Origins).HasMaxLength(4000);
        entity.Property(e => e.RegionCode).HasMaxLength(6);
        entity.Property(e => e.Address).HasMaxLength(200);
        entity.Property(e => e.Park).HasMaxLength(60);
        entity.Property(e => e.IndustryCode).HasMaxLength(4);
        entity.Property(e => e.Chain).HasMaxLength(60);
        // One code, one firm; one name among the uncoded. Both databases know filtered indexes.
        entity.HasIndex(e => new { e.DistrictId, e.Uscc }).IsUnique().HasFilter("\"Uscc\" IS NOT NULL AND \"RemovedAt\" IS NULL");
        entity.HasIndex(e => new { e.DistrictId, e.NameKey }).IsUnique().HasFilter("\"Uscc\" IS NULL AND \"RemovedAt\" IS NULL");
        // The register's page and its search box walk the first of these and nothing else (ListOrganisations), whatever the filters; the count of a whole district walks the last.
        entity.HasIndex(e => new { e.DistrictId, e.SortKey, e.Id, e.Kind, e.Size, e.RegionCode, e.Uscc, e.RemovedAt, e.SearchText, e.ProductText }).HasDatabaseName("IX_Organisation_Page");
        entity.HasIndex(e => new { e.DistrictId, e.UpdatedAt, e.Id, e.Kind, e.RemovedAt }).IsDescending(false, true, false, false, false).HasDatabaseName("IX_Organisation_Updated");
        entity.HasIndex(e => new { e.DistrictId, e.Kind, e.RemovedAt, e.Size, e.RegionCode, e.Uscc }).HasDatabaseName("IX_Organisation_Count");
        entity.HasIndex(e => new { e.DistrictId, e.OldestAt });
        entity.HasMany(e => e.Products).WithOne().HasForeignKey(p => p.OrganisationId);
        entity.HasMany(e => e.Qualifications).WithOne().HasForeignKey(q => q.OrganisationId);
        entity.HasMany(e => e.Contacts).WithOne().HasForeignKey(c => c.OrganisationId);
        entity.HasMany(e => e.Sites).WithOne().HasForeignKey(s => s.OrganisationId);
        entity.HasMany(e => e.Formers).WithOne().HasForeignKey(f => f.OrganisationId);
        entity.HasOne(e => e.Card).WithOne().HasForeignKey<OrganisationCard>(c => c.Id).OnDelete(DeleteBehavior.Cascade);
        entity.Navigation(e => e.Card).AutoInclude();
        entity.Ignore(e => e.QualificationNames);
        entity.Ignore(e => e.FirstContact);
        entity.Navigation(e => e.Contacts).UsePropertyAccessMode(PropertyAccessMode.Field);
        entity.Navigation(e => e.Sites).UsePropertyAccessMode(PropertyAccessMode.Field);
        entity.Navigation(e => e.Formers).UsePropertyAccessMode(PropertyAccessMode.Field);
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
        // Also holds what the coverage of names counts (ProductRows.Uses), so that half a million lines are counted without being read.
        entity.HasIndex(e => new { e.DistrictId, e.Name, e.OrganisationId, e.Role }).HasDatabaseName("IX_OrganisationProduct_Name");
        entity.Ignore(e => e.Origin);
        entity.Property(e => e.Unit).HasMaxLength(ProductForm.UnitLimit);
        entity.Property(e => e.Place).HasMaxLength(ProductForm.PlaceLimit);
        entity.Property(e => e.Code).HasMaxLength(ProductForm.CodeLimit);
        entity.Property(e => e.Composition).HasMaxLength(ProductForm.CompositionLimit);
    }
}

internal sealed class OrganisationQualificationMapping : IEntityTypeConfiguration<OrganisationQualification>
{
    public void Configure(EntityTypeBuilder<OrganisationQualification> entity)
    {
        entity.ToTable("OrganisationQualification");
        entity.Property(e => e.Name).HasMaxLength(OrganisationQualification.NameLimit);
        entity.Ignore(e => e.Origin);
        entity.Property(e => e.Number).HasMaxLength(SaveQualification.NumberLimit);
        entity.Property(e => e.Issuer).HasMaxLength(SaveQualification.IssuerLimit);
        entity.HasIndex(e => new { e.DistrictId, e.ValidUntil });
    }
}

internal sealed class OrganisationContactMapping : IEntityTypeConfiguration<OrganisationContact>
{
    public void Configure(EntityTypeBuilder<OrganisationContact> entity)
    {
        entity.ToTable("OrganisationContact");
        entity.Ignore(e => e.Origin);
        entity.Ignore(e => e.Telephone);
        entity.Property(e => e.Name).HasMaxLength(OrganisationContact.NameLimit);
        entity.Property(e => e.Phone).HasMaxLength(Telephones.SealedLimit);
        entity.Property(e => e.PhoneDigest).HasMaxLength(64);
        entity.HasIndex(e => e.PhoneDigest);
    }
}

internal sealed class OrganisationSiteMapping : IEntityTypeConfiguration<OrganisationSite>
{
    public void Configure(EntityTypeBuilder<OrganisationSite> entity)
    {
        entity.ToTable("OrganisationSite");
        entity.Ignore(e => e.Origin);
        entity.Property(e => e.Name).HasMaxLength(OrganisationSite.NameLimit);
        entity.Property(e => e.Address).HasMaxLength(200);
        entity.Property(e => e.RegionCode).HasMaxLength(6);
        entity.Property(e => e.Capacity).HasMaxLength(OrganisationSite.CapacityLimit);
    }
}

internal sealed class FormerIdentityMapping : IEntityTypeConfiguration<FormerIdentity>
{
    public void Configure(EntityTypeBuilder<FormerIdentity> entity)
    {
        entity.ToTable("OrganisationFormerIdentity");
        entity.Property(e => e.Text).HasMaxLength(120);
        entity.Property(e => e.Key).HasMaxLength(120);
        entity.HasIndex(e => new { e.DistrictId, e.Key });
    }
}

internal sealed class ChangeRequestMapping : IEntityTypeConfiguration<OrganisationChangeRequest>
{
    public void Configure(EntityTypeBuilder<OrganisationChangeRequest> entity)
    {
        entity.ToTable("OrganisationChangeRequest");
        entity.Property(e => e.NewName).HasMaxLength(120);
        entity.Property(e => e.NewUscc).HasMaxLength(18);
        entity.Property(e => e.NewRegionCode).HasMaxLength(6);
        entity.Property(e => e.Reason).HasMaxLength(OrganisationChangeRequest.ReasonLimit);
        entity.Property(e => e.Answer).HasMaxLength(OrganisationChangeRequest.ReasonLimit);
        entity.HasIndex(e => new { e.DistrictId, e.State });
        entity.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganisationId);
        // One open request a firm: the second would say what the first one's answer should be.
        entity.HasIndex(e => e.OrganisationId).IsUnique().HasFilter("\"State\" = 'Pending'");
    }
}
