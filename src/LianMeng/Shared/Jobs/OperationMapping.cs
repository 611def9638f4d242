using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Shared.Jobs;

internal sealed class OperationMapping : IEntityTypeConfiguration<Operation>
{
    public void Configure(EntityTypeBuilder<Operation> entity)
    {
        entity.ToTable("Operation");
        entity.Property(e => e.Title).HasMaxLength(200);
        entity.Property(e => e.UseCase).HasMaxLength(80);
        entity.HasIndex(e => new { e.StartedBy, e.StartedAt });
        entity.HasIndex(e => e.State);
    }
}
