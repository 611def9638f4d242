using LianMeng.Capabilities.Districts.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Districts;

internal sealed class DistrictMapping : IEntityTypeConfiguration<District>
{
    public void Configure(EntityTypeBuilder<District> entity)
    {
        entity.ToTable("District");
        entity.Property(e => e.Name).HasMaxLength(40);
        entity.Property(e => e.RegionCode).HasMaxLength(6);
        entity.HasIndex(e => e.Name).IsUnique();
        entity.HasData(District.CityRow);
    }
}
