using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Shared.Ledger;

internal sealed class LedgerEntryMapping : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entity)
    {
        entity.ToTable("Ledger");
        entity.HasKey(e => e.Seq);
        entity.Property(e => e.Seq).ValueGeneratedNever();
        entity.Property(e => e.Actor).HasMaxLength(80);
        entity.Property(e => e.Kind).HasMaxLength(80);
        entity.HasIndex(e => new { e.DistrictId, e.Seq });
        entity.HasIndex(e => new { e.Kind, e.Seq });
    }
}

internal sealed class LedgerSubjectMapping : IEntityTypeConfiguration<LedgerSubject>
{
    public void Configure(EntityTypeBuilder<LedgerSubject> entity)
    {
        entity.ToTable("LedgerSubject");
        entity.HasKey(e => new { e.Seq, e.EntityId });
        entity.HasIndex(e => new { e.EntityId, e.Seq });
        entity.HasOne<LedgerEntry>().WithMany().HasForeignKey(e => e.Seq);
    }
}

internal sealed class LedgerHeadMapping : IEntityTypeConfiguration<LedgerHead>
{
    public void Configure(EntityTypeBuilder<LedgerHead> entity)
    {
        entity.ToTable("LedgerHead");
        entity.Property(e => e.Id).ValueGeneratedNever();
        entity.HasData(new LedgerHead { Id = LedgerHead.OnlyId, Seq = 0, Hash = LedgerChain.Genesis });
    }
}
