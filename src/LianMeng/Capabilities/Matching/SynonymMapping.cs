using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Matching;

internal sealed class SynonymSetMapping : IEntityTypeConfiguration<SynonymSet>
{
    public void Configure(EntityTypeBuilder<SynonymSet> entity)
    {
        entity.ToTable("SynonymSet");
        entity.Property(e => e.WordLines).HasMaxLength(SynonymSet.WordsLimit);
        entity.Ignore(e => e.Words);
    }
}

internal sealed class PoorQuestionMapping : IEntityTypeConfiguration<PoorQuestion>
{
    public void Configure(EntityTypeBuilder<PoorQuestion> entity)
    {
        entity.ToTable("PoorQuestion");
        entity.Property(e => e.Text).HasMaxLength(PoorQuestion.TextLimit);
        entity.HasIndex(e => new { e.DistrictId, e.Kind, e.Text }).IsUnique();
    }
}
