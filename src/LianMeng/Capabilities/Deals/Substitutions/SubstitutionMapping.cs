using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Deals.Substitutions;

internal sealed class SubstitutionMapping : IEntityTypeConfiguration<SubstitutionRecord>
{
    public void Configure(EntityTypeBuilder<SubstitutionRecord> entity)
    {
        entity.ToTable("SubstitutionRecord");
        entity.Property(e => e.Product).HasMaxLength(SubstitutionRecord.ProductLimit);
        entity.Property(e => e.FromPlace).HasMaxLength(SubstitutionRecord.PlaceLimit);
        entity.Property(e => e.Unit).HasMaxLength(SubstitutionRecord.UnitLimit);
        entity.Property(e => e.Note).HasMaxLength(SubstitutionRecord.NoteLimit);
        entity.HasIndex(e => e.BuyerId);
        entity.HasIndex(e => e.MakerId);
        entity.HasIndex(e => new { e.DistrictId, e.EnteredAt });
    }
}
