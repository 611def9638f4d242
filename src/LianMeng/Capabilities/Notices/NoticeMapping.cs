using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Notices;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> entity)
    {
        entity.ToTable("Notice");
        entity.Property(e => e.Title).HasMaxLength(Notice.TitleLimit);
        entity.Property(e => e.Text).HasMaxLength(Notice.TextLimit);
        entity.Property(e => e.Href).HasMaxLength(Notice.HrefLimit);
        entity.Property(e => e.DedupKey).HasMaxLength(Notice.KeyLimit);
        entity.HasIndex(e => new { e.UserId, e.DedupKey }).IsUnique();
        entity.HasIndex(e => new { e.UserId, e.At });
        entity.HasIndex(e => new { e.UserId, e.ReadAt });
    }
}

internal sealed class NoticeRefusalMapping : IEntityTypeConfiguration<NoticeRefusal>
{
    public void Configure(EntityTypeBuilder<NoticeRefusal> entity)
    {
        entity.ToTable("NoticeRefusal");
        entity.HasIndex(e => new { e.UserId, e.Topic }).IsUnique();
    }
}
