using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Matching;

internal sealed class SavedSearchMapping : IEntityTypeConfiguration<SavedSearch>
{
    public void Configure(EntityTypeBuilder<SavedSearch> entity)
    {
        entity.ToTable("SavedSearch");
        entity.Property(e => e.Name).HasMaxLength(SavedSearch.NameLimit);
        entity.Property(e => e.Text).HasMaxLength(FindMatches.MostText);
        entity.Property(e => e.Kind).HasMaxLength(SavedSearch.ChoiceLimit);
        entity.Property(e => e.Subject).HasMaxLength(SavedSearch.ChoiceLimit);
        entity.Ignore(e => e.Question);
        entity.HasIndex(e => new { e.UserId, e.DistrictId, e.Name }).IsUnique();
    }
}

internal sealed class SavedSearchAnswersMapping : IEntityTypeConfiguration<SavedSearchAnswers>
{
    public void Configure(EntityTypeBuilder<SavedSearchAnswers> entity)
    {
        entity.ToTable("SavedSearchAnswers");
        entity.Property(e => e.Id).ValueGeneratedNever();
        entity.Property(e => e.Known).HasMaxLength(SavedSearchAnswers.KnownLimit);
    }
}
