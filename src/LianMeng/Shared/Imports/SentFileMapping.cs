using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Shared.Imports;

internal sealed class SentFileMapping : IEntityTypeConfiguration<SentFile>
{
    public void Configure(EntityTypeBuilder<SentFile> entity)
    {
        entity.ToTable("SentFile");
        entity.Property(e => e.FileHash).HasMaxLength(SentFile.HashLimit);
        entity.Property(e => e.Kind).HasMaxLength(SentFile.KindLimit);
        // Not unique: the same person's two previews at once write it twice, and neither may fail for it.
        entity.HasIndex(e => new { e.DistrictId, e.FileHash, e.Kind });
    }
}
