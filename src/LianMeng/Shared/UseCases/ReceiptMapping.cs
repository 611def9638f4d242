using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Shared.UseCases;

internal sealed class ReceiptMapping : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> entity)
    {
        entity.ToTable("Receipt");
        entity.Property(e => e.ActorKey).HasMaxLength(80);
        entity.Property(e => e.Key).HasMaxLength(Receipt.KeyLimit);
        entity.Property(e => e.UseCase).HasMaxLength(80);
        entity.Property(e => e.InputDigest).HasMaxLength(64);
        entity.HasIndex(e => new { e.ActorKey, e.Key }).IsUnique();
    }
}
