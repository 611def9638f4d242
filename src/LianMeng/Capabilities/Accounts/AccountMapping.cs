using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Accounts;

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> entity)
    {
        entity.ToTable("User");
        entity.Property(e => e.UserName).HasMaxLength(64);
        entity.Property(e => e.NormalizedUserName).HasMaxLength(64);
        entity.Property(e => e.DisplayName).HasMaxLength(40);
        // One concurrency token a row: the version that people's forms carry.
        entity.Property(e => e.ConcurrencyStamp).IsConcurrencyToken(false);
    }
}

internal sealed class MandateMapping : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> entity)
    {
        entity.ToTable("Mandate");
        entity.HasOne<User>().WithMany().HasForeignKey(e => e.UserId);
        entity.HasIndex(e => e.OrganisationId);
    }
}
