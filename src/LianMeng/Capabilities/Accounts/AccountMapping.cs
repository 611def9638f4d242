using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Accounts;

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> entity)
    {
        entity.ToTable("User");
        entity.Property(e => e.UserName).HasMaxLength(User.NameLimit);
        entity.Property(e => e.NormalizedUserName).HasMaxLength(User.NameLimit);
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
        entity.HasIndex(e => e.AllianceId);
        entity.Ignore(e => e.Post);
    }
}

internal sealed class UserSessionMapping : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> entity)
    {
        entity.ToTable("UserSession");
        entity.HasOne<User>().WithMany().HasForeignKey(e => e.UserId);
        entity.Property(e => e.Device).HasMaxLength(UserSession.DeviceLimit);
        entity.Property(e => e.Address).HasMaxLength(UserSession.AddressLimit);
    }
}

internal sealed class SessionSightingMapping : IEntityTypeConfiguration<SessionSighting>
{
    public void Configure(EntityTypeBuilder<SessionSighting> entity)
    {
        entity.ToTable("SessionSighting");
        entity.HasOne<UserSession>().WithOne().HasForeignKey<SessionSighting>(e => e.Id).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SecondFactorMapping : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> entity)
    {
        entity.ToTable("SecondFactor");
        entity.HasOne<User>().WithMany().HasForeignKey(e => e.UserId);
        entity.HasIndex(e => e.UserId).IsUnique();
        entity.Property(e => e.SealedSecret).HasMaxLength(200);
    }
}

internal sealed class RecoveryCodeMapping : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> entity)
    {
        entity.ToTable("RecoveryCode");
        entity.HasOne<User>().WithMany().HasForeignKey(e => e.UserId);
        entity.HasIndex(e => new { e.UserId, e.Hash }).IsUnique();
        entity.Property(e => e.Hash).HasMaxLength(64);
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> entity)
    {
        entity.ToTable("Invitation");
        entity.HasOne<User>().WithMany().HasForeignKey(e => e.InvitedBy);
        entity.HasOne<User>().WithMany().HasForeignKey(e => e.UsedBy);
        entity.HasOne<User>().WithMany().HasForeignKey(e => e.PersonId);
        entity.HasIndex(e => e.Digest).IsUnique();
        entity.Property(e => e.Digest).HasMaxLength(64);
        entity.Property(e => e.DisplayName).HasMaxLength(40);
        entity.Ignore(e => e.Post);
    }
}

internal sealed class SpentTicketMapping : IEntityTypeConfiguration<SpentTicket>
{
    public void Configure(EntityTypeBuilder<SpentTicket> entity) => entity.ToTable("SpentTicket");
}
