using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Atlases;

internal sealed class AtlasMapping : IEntityTypeConfiguration<Atlas>
{
    public void Configure(EntityTypeBuilder<Atlas> entity)
    {
        entity.ToTable("Atlas");
        entity.Property(e => e.ChainKey).HasMaxLength(40);
        entity.Property(e => e.Title).HasMaxLength(Atlas.TitleLimit);
        entity.Property(e => e.SortKey).HasMaxLength(500);
        entity.Property(e => e.Note).HasMaxLength(Atlas.NoteLimit);
        entity.HasIndex(e => new { e.DistrictId, e.Title }).IsUnique().HasFilter("\"RemovedAt\" IS NULL");
    }
}

internal sealed class AtlasSheetMapping : IEntityTypeConfiguration<AtlasSheet>
{
    public void Configure(EntityTypeBuilder<AtlasSheet> entity)
    {
        entity.ToTable("AtlasSheet");
        entity.Property(e => e.Summary).HasMaxLength(AtlasSheet.SummaryLimit);
        // Two who publish at once: one issue of a number.
        entity.HasIndex(e => new { e.AtlasId, e.Number }).IsUnique();
    }
}
