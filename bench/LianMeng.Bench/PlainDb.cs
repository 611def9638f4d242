using LianMeng.Capabilities.Organisations;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Bench;

/// <summary>
/// The peer: the same firms and products with the same columns and indexes, saved by EF alone: no ledger, no fence, no
/// versions, no queue of writers.
/// </summary>
sealed class PlainDb(DbContextOptions<PlainDb> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Organisation>(entity =>
        {
            entity.ToTable("PlainOrganisation");
            entity.Property(e => e.Id).ValueGeneratedNever();
            entity.Ignore(e => e.Qualifications);
            entity.Ignore(e => e.Contacts);
            entity.Ignore(e => e.Sites);
            entity.Ignore(e => e.Formers);
            entity.Ignore(e => e.FirstContact);
            entity.Ignore(e => e.Card);
            entity.HasIndex(e => new { e.DistrictId, e.Uscc }).IsUnique();
            entity.HasIndex(e => new { e.DistrictId, e.NameKey });
            entity.HasIndex(e => new { e.DistrictId, e.SortKey });
            entity.HasMany(e => e.Products).WithOne().HasForeignKey(p => p.OrganisationId);
            entity.Navigation(e => e.Products).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        modelBuilder.Entity<OrganisationProduct>(entity =>
        {
            entity.ToTable("PlainOrganisationProduct");
            entity.Ignore(e => e.Origin);
            entity.Property(e => e.Id).ValueGeneratedNever();
            entity.HasIndex(e => new { e.DistrictId, e.Name });
        });
    }
}
