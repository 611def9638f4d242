using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.PartyOrganisations;

internal sealed class PartyOrganisationMapping : IEntityTypeConfiguration<PartyOrganisation>
{
    public void Configure(EntityTypeBuilder<PartyOrganisation> entity)
    {
        entity.ToTable("PartyOrganisation");
        entity.Property(e => e.Name).HasMaxLength(PartyOrganisation.NameLimit);
        entity.Property(e => e.NameKey).HasMaxLength(PartyOrganisation.NameLimit);
        entity.Property(e => e.SortKey).HasMaxLength(300);
        entity.Property(e => e.SearchText).HasMaxLength(600);
        entity.HasIndex(e => new { e.DistrictId, e.NameKey }).IsUnique().HasFilter("\"RemovedAt\" IS NULL");
        entity.HasMany(e => e.Covers).WithOne().HasForeignKey(c => c.PartyOrganisationId);
        entity.Navigation(e => e.Covers).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class PartyCoverageMapping : IEntityTypeConfiguration<PartyCoverage>
{
    public void Configure(EntityTypeBuilder<PartyCoverage> entity)
    {
        entity.ToTable("PartyCoverage");
        entity.HasIndex(e => new { e.PartyOrganisationId, e.OrganisationId }).IsUnique();
        entity.HasIndex(e => e.OrganisationId);
    }
}
