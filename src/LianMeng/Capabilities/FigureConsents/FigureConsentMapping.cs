using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.FigureConsents;

internal sealed class FigureConsentMapping : IEntityTypeConfiguration<FigureConsent>
{
    public void Configure(EntityTypeBuilder<FigureConsent> entity)
    {
        entity.ToTable("FigureConsent");
        entity.Property(e => e.Purpose).HasMaxLength(FigureConsent.PurposeLimit);
        entity.HasIndex(e => new { e.OrganisationId, e.RecipientId }).IsUnique().HasFilter("\"WithdrawnAt\" IS NULL");
        entity.HasIndex(e => new { e.RecipientId, e.Until });
    }
}
