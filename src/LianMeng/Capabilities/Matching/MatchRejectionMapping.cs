using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Matching;

internal sealed class MatchRejectionMapping : IEntityTypeConfiguration<MatchRejection>
{
    public void Configure(EntityTypeBuilder<MatchRejection> entity)
    {
        entity.ToTable("MatchRejection");
        entity.Property(e => e.Note).HasMaxLength(200);
        entity.HasIndex(e => new { e.ListingId, e.CounterpartId }).IsUnique();
    }
}
