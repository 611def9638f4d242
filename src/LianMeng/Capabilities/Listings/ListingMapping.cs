using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Listings;

internal sealed class ListingMapping : IEntityTypeConfiguration<Listing>
{
    public void Configure(EntityTypeBuilder<Listing> entity)
    {
        entity.ToTable("Listing");
        entity.Property(e => e.Title).HasMaxLength(ListingForm.TitleLimit);
        entity.Property(e => e.Text).HasMaxLength(ListingForm.TextLimit);
        entity.Property(e => e.Product).HasMaxLength(ListingForm.ProductLimit);
        entity.Property(e => e.Unit).HasMaxLength(ListingForm.UnitLimit);
        entity.Property(e => e.CertificateLines).HasMaxLength(ListingForm.CertificatesLimit);
        entity.Property(e => e.WasteCode).HasMaxLength(ListingForm.WasteCodeLimit);
        entity.Property(e => e.HazardousCode).HasMaxLength(ListingForm.WasteCodeLimit);
        entity.Property(e => e.RegionCode).HasMaxLength(6);
        entity.Property(e => e.Reason).HasMaxLength(200);
        entity.Property(e => e.SearchText).HasMaxLength(1200);
        entity.Property(e => e.LiveKey).HasMaxLength(64);
        entity.Ignore(e => e.Certificates);
        entity.HasIndex(e => new { e.DistrictId, e.State, e.UpdatedAt });
        entity.HasIndex(e => new { e.OrganisationId, e.State });
        entity.HasIndex(e => new { e.DistrictId, e.LiveKey }).IsUnique().HasFilter("\"LiveKey\" IS NOT NULL");
        entity.HasOne(e => e.Published).WithOne().HasForeignKey<PublishedListing>(p => p.Id).OnDelete(DeleteBehavior.Cascade);
        entity.Navigation(e => e.Published).AutoInclude();
    }
}

internal sealed class PublishedListingMapping : IEntityTypeConfiguration<PublishedListing>
{
    public void Configure(EntityTypeBuilder<PublishedListing> entity)
    {
        entity.ToTable("PublishedListing");
        entity.Property(e => e.Title).HasMaxLength(ListingForm.TitleLimit + 40);
        entity.Property(e => e.Text).HasMaxLength(ListingForm.TextLimit + 400);
        entity.Property(e => e.Product).HasMaxLength(ListingForm.ProductLimit + 40);
        entity.Property(e => e.Unit).HasMaxLength(ListingForm.UnitLimit);
        entity.Property(e => e.CertificateLines).HasMaxLength(ListingForm.CertificatesLimit);
        entity.Property(e => e.RegionCode).HasMaxLength(6);
        entity.Property(e => e.SearchText).HasMaxLength(1200);
        entity.HasIndex(e => e.UpdatedAt);
    }
}
