using LianMeng.Shared.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Introductions;

internal sealed class IntroductionMapping : IEntityTypeConfiguration<Introduction>
{
    public void Configure(EntityTypeBuilder<Introduction> entity)
    {
        entity.ToTable("Introduction");
        entity.Property(e => e.Product).HasMaxLength(Introduction.ProductLimit);
        entity.Property(e => e.ProductKey).HasMaxLength(Introduction.ProductLimit * 2);
        entity.Property(e => e.ListingTitle).HasMaxLength(Introduction.TitleLimit);
        entity.Property(e => e.Unit).HasMaxLength(Introduction.UnitLimit);
        entity.Property(e => e.ReasonText).HasMaxLength(Introduction.ReasonLimit);
        entity.HasIndex(e => new { e.SellerId, e.BuyerId, e.ProductKey }).IsUnique().HasFilter("\"Stage\" IN ('Suggested', 'Offered', 'Consented', 'Talking')");
        entity.HasIndex(e => e.BuyerId);
        entity.HasIndex(e => e.ListingId);
        entity.HasIndex(e => new { e.DistrictId, e.MovedAt });
    }
}

internal sealed class IntroductionContactMapping : IEntityTypeConfiguration<IntroductionContact>
{
    public void Configure(EntityTypeBuilder<IntroductionContact> entity)
    {
        entity.ToTable("IntroductionContact");
        entity.Property(e => e.Name).HasMaxLength(IntroductionContact.NameLimit);
        entity.Property(e => e.Phone).HasMaxLength(Telephones.SealedLimit);
        entity.Property(e => e.PhoneDigest).HasMaxLength(64);
        entity.HasOne<Introduction>().WithMany().HasForeignKey(e => e.IntroductionId);
        entity.HasIndex(e => new { e.IntroductionId, e.Side }).IsUnique();
        entity.HasIndex(e => e.PhoneDigest);
    }
}
