using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Calendars;

internal sealed class HolidayNoticeMapping : IEntityTypeConfiguration<HolidayNotice>
{
    public void Configure(EntityTypeBuilder<HolidayNotice> entity)
    {
        entity.ToTable("HolidayNotice");
        entity.Ignore(e => e.Days);
        entity.Property(e => e.Number).HasMaxLength(HolidayNotice.NumberLimit);
        entity.Property(e => e.Source).HasMaxLength(HolidayNotice.SourceLimit);
        entity.Property(e => e.Text).HasMaxLength(HolidayNotice.TextLimit);
        entity.Property(e => e.WithdrawnReason).HasMaxLength(HolidayNotice.ReasonLimit);
        // the same document is entered once; after a withdrawal it may be entered again, mended
        entity.HasIndex(e => e.Number).IsUnique().HasFilter("\"WithdrawnAt\" IS NULL");
    }
}

internal sealed class BusinessHoursMapping : IEntityTypeConfiguration<BusinessHours>
{
    public void Configure(EntityTypeBuilder<BusinessHours> entity)
    {
        entity.ToTable("BusinessHours");
        entity.Ignore(e => e.Hours);
    }
}
