using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Atlases.Tasks;

internal sealed class AtlasTaskMapping : IEntityTypeConfiguration<AtlasTask>
{
    public void Configure(EntityTypeBuilder<AtlasTask> entity)
    {
        entity.ToTable("AtlasTask");
        entity.Property(e => e.RowKey).HasMaxLength(AtlasRow.KeyLimit);
        entity.Property(e => e.Product).HasMaxLength(AtlasTask.ProductLimit);
        entity.Property(e => e.Title).HasMaxLength(AtlasTask.TitleLimit);
        entity.Property(e => e.Note).HasMaxLength(AtlasTask.NoteLimit);
        entity.Property(e => e.Result).HasMaxLength(AtlasTask.ResultLimit);
        // Two who start the same at once: one task. What is closed may be started again.
        entity.HasIndex(e => new { e.AtlasId, e.RowKey, e.Action }).IsUnique().HasFilter("\"State\" = 'Open'");
        entity.HasIndex(e => new { e.OwnerId, e.State });
        entity.HasIndex(e => new { e.OwnerOrganisationId, e.State });
    }
}

internal sealed class AtlasTaskFirmMapping : IEntityTypeConfiguration<AtlasTaskFirm>
{
    public void Configure(EntityTypeBuilder<AtlasTaskFirm> entity)
    {
        entity.ToTable("AtlasTaskFirm");
        entity.HasIndex(e => new { e.TaskId, e.OrganisationId }).IsUnique();
        entity.HasIndex(e => e.OrganisationId);
    }
}
