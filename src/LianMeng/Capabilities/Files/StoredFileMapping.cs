using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Files;

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> entity)
    {
        entity.ToTable("StoredFile");
        entity.Property(e => e.Hash).HasMaxLength(64);
        entity.Property(e => e.Name).HasMaxLength(FileName.Limit);
        entity.Property(e => e.SearchText).HasMaxLength(StoredFile.SearchLimit);
        entity.Property(e => e.SubjectKind).HasMaxLength(StoredFile.SubjectKindLimit);
        // The same content once at a record.
        entity.HasIndex(e => new { e.SubjectId, e.Hash }).IsUnique().HasFilter("\"RemovedAt\" IS NULL");
        entity.HasIndex(e => new { e.DistrictId, e.Hash });
        entity.HasIndex(e => new { e.OrganisationId, e.RemovedAt });
    }
}
