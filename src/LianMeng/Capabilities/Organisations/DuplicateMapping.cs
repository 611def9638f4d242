using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Organisations;

internal sealed class DuplicateKeyMapping : IEntityTypeConfiguration<DuplicateKey>
{
    public void Configure(EntityTypeBuilder<DuplicateKey> entity)
    {
        entity.ToTable("OrganisationDuplicateKey");
        entity.HasKey(e => new { e.OrganisationId, e.Key });
        entity.Property(e => e.Key).ValueGeneratedNever();
        entity.HasIndex(e => e.Key);
        entity.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DuplicateDecisionMapping : IEntityTypeConfiguration<DuplicateDecision>
{
    public void Configure(EntityTypeBuilder<DuplicateDecision> entity)
    {
        entity.ToTable("OrganisationDuplicateDecision");
        entity.Property(e => e.Reason).HasMaxLength(DuplicateDecision.ReasonLimit);
        entity.HasIndex(e => new { e.FirstId, e.SecondId }).IsUnique();
    }
}

internal sealed class OrganisationMergeMapping : IEntityTypeConfiguration<OrganisationMerge>
{
    public void Configure(EntityTypeBuilder<OrganisationMerge> entity)
    {
        entity.ToTable("OrganisationMerge");
        entity.Property(e => e.MergedName).HasMaxLength(120);
        entity.HasIndex(e => e.SurvivorId);
        // A firm is merged into one other at a time: of two who merge it at once, one finds it taken.
        entity.HasIndex(e => e.MergedId).IsUnique().HasFilter("\"UndoneAt\" IS NULL");
    }
}
