using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Deals;

internal sealed class DealMapping : IEntityTypeConfiguration<Deal>
{
    public void Configure(EntityTypeBuilder<Deal> entity)
    {
        entity.ToTable("Deal");
        entity.Property(e => e.Title).HasMaxLength(Deal.TitleLimit);
        entity.Property(e => e.StreamTitle).HasMaxLength(Deal.StreamLimit);
        entity.Property(e => e.StreamCode).HasMaxLength(Deal.CodeLimit);
        entity.Property(e => e.Dispute).HasMaxLength(Deal.ReasonLimit);
        entity.Property(e => e.Settlement).HasMaxLength(Deal.ReasonLimit);
        entity.Property(e => e.Failure).HasMaxLength(Deal.ReasonLimit);
        entity.HasMany(e => e.Lines).WithOne().HasForeignKey(l => l.DealId);
        entity.HasMany(e => e.Steps).WithOne().HasForeignKey(s => s.DealId);
        entity.HasMany(e => e.Answers).WithOne().HasForeignKey(f => f.DealId);
        entity.Navigation(e => e.Lines).UsePropertyAccessMode(PropertyAccessMode.Field).HasField("lines");
        entity.Navigation(e => e.Steps).UsePropertyAccessMode(PropertyAccessMode.Field).HasField("steps");
        entity.Navigation(e => e.Answers).UsePropertyAccessMode(PropertyAccessMode.Field).HasField("followUps");
        // Of two who make a deal of one introduction at once, one does.
        entity.HasIndex(e => e.IntroductionId).IsUnique().HasFilter("\"IntroductionId\" IS NOT NULL");
        entity.HasIndex(e => e.SellerId);
        entity.HasIndex(e => e.BuyerId);
        entity.HasIndex(e => new { e.DistrictId, e.UpdatedAt });
    }
}

internal sealed class DealLineMapping : IEntityTypeConfiguration<DealLine>
{
    public void Configure(EntityTypeBuilder<DealLine> entity)
    {
        entity.ToTable("DealLine");
        entity.Property(e => e.Product).HasMaxLength(Deal.ProductLimit);
        entity.Property(e => e.Unit).HasMaxLength(Deal.UnitLimit);
        entity.HasIndex(e => new { e.DealId, e.Place }).IsUnique();
    }
}

internal sealed class DealStepMapping : IEntityTypeConfiguration<DealStep>
{
    public void Configure(EntityTypeBuilder<DealStep> entity)
    {
        entity.ToTable("DealStep");
        entity.HasMany(e => e.Statements).WithOne().HasForeignKey(s => s.DealStepId);
        entity.Navigation(e => e.Statements).UsePropertyAccessMode(PropertyAccessMode.Field);
        entity.HasIndex(e => new { e.DealId, e.Stage }).IsUnique();
    }
}

internal sealed class DealStatementMapping : IEntityTypeConfiguration<DealStatement>
{
    public void Configure(EntityTypeBuilder<DealStatement> entity)
    {
        entity.ToTable("DealStatement");
        entity.Ignore(e => e.Figures);
        entity.Property(e => e.Note).HasMaxLength(Deal.NoteLimit);
        entity.HasIndex(e => new { e.DealStepId, e.Side }).IsUnique();
    }
}

internal sealed class DealFollowUpMapping : IEntityTypeConfiguration<DealFollowUp>
{
    public void Configure(EntityTypeBuilder<DealFollowUp> entity)
    {
        entity.ToTable("DealFollowUp");
        entity.Property(e => e.Text).HasMaxLength(Deal.NoteLimit);
        entity.HasIndex(e => new { e.DealId, e.Number }).IsUnique();
    }
}
