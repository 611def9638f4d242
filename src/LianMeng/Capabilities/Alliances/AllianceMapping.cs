using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Alliances;

internal sealed class AllianceMapping : IEntityTypeConfiguration<Alliance>
{
    public void Configure(EntityTypeBuilder<Alliance> entity)
    {
        entity.ToTable("Alliance");
        entity.Property(e => e.Name).HasMaxLength(Alliance.NameLimit);
        entity.Property(e => e.SortKey).HasMaxLength(500);
        entity.Property(e => e.SearchText).HasMaxLength(600);
        entity.Property(e => e.ChainLines).HasMaxLength(400);
        entity.Property(e => e.RegionCode).HasMaxLength(6);
        entity.Property(e => e.Aim).HasMaxLength(Alliance.AimLimit);
        entity.Property(e => e.StateReason).HasMaxLength(Alliance.ReasonLimit);
        entity.Ignore(e => e.ChainKeys);
        entity.HasIndex(e => new { e.DistrictId, e.Name }).IsUnique();
    }
}

internal sealed class FoundingApprovalMapping : IEntityTypeConfiguration<FoundingApproval>
{
    public void Configure(EntityTypeBuilder<FoundingApproval> entity)
    {
        entity.ToTable("FoundingApproval");
        entity.Property(e => e.Body).HasMaxLength(FoundingApproval.BodyLimit);
        entity.Property(e => e.DocumentNumber).HasMaxLength(FoundingApproval.NumberLimit);
        entity.HasIndex(e => new { e.AllianceId, e.DocumentNumber }).IsUnique();
    }
}

internal sealed class OperatingGuaranteeMapping : IEntityTypeConfiguration<OperatingGuarantee>
{
    public void Configure(EntityTypeBuilder<OperatingGuarantee> entity)
    {
        entity.ToTable("OperatingGuarantee");
        entity.Property(e => e.Funds).HasMaxLength(OperatingGuarantee.TextLimit);
        entity.Property(e => e.Venue).HasMaxLength(OperatingGuarantee.TextLimit);
        entity.Property(e => e.Staff).HasMaxLength(OperatingGuarantee.TextLimit);
        entity.Property(e => e.Rules).HasMaxLength(OperatingGuarantee.TextLimit);
    }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> entity)
    {
        entity.ToTable("Membership");
        entity.Property(e => e.Reason).HasMaxLength(Membership.ReasonLimit);
        entity.Property(e => e.Evidence).HasMaxLength(Membership.EvidenceLimit);
        entity.Property(e => e.Judgement).HasMaxLength(Membership.ReasonLimit);
        entity.Ignore(e => e.IsPresent).Ignore(e => e.HasLeft).Ignore(e => e.CheckedOn).Ignore(e => e.Next);
        // One organisation is in one alliance once; who left may apply again.
        entity.HasIndex(e => new { e.AllianceId, e.LiveOrganisationId }).IsUnique().HasFilter("\"LiveOrganisationId\" IS NOT NULL");
        entity.HasIndex(e => new { e.OrganisationId, e.State });
    }
}

internal sealed class MembershipReviewMapping : IEntityTypeConfiguration<MembershipReview>
{
    public void Configure(EntityTypeBuilder<MembershipReview> entity)
    {
        entity.ToTable("MembershipReview");
        entity.Property(e => e.Reason).HasMaxLength(Membership.ReasonLimit);
        entity.HasIndex(e => e.MembershipId);
    }
}

internal sealed class ServiceRecordMapping : IEntityTypeConfiguration<ServiceRecord>
{
    public void Configure(EntityTypeBuilder<ServiceRecord> entity)
    {
        entity.ToTable("ServiceRecord");
        entity.Property(e => e.Text).HasMaxLength(ServiceRecord.TextLimit);
        entity.HasIndex(e => new { e.AllianceId, e.OrganisationId, e.On });
    }
}

internal sealed class ChairTermMapping : IEntityTypeConfiguration<ChairTerm>
{
    public void Configure(EntityTypeBuilder<ChairTerm> entity)
    {
        entity.ToTable("ChairTerm");
        entity.Property(e => e.Reason).HasMaxLength(Membership.ReasonLimit);
        entity.Ignore(e => e.IsServed);
        entity.HasIndex(e => new { e.AllianceId, e.LiveUntil }).IsUnique().HasFilter("\"LiveUntil\" IS NOT NULL");
        entity.HasIndex(e => new { e.AllianceId, e.From });
        entity.HasIndex(e => e.OrganisationId);
    }
}

internal sealed class RegisterEntryMapping : IEntityTypeConfiguration<RegisterEntry>
{
    public void Configure(EntityTypeBuilder<RegisterEntry> entity)
    {
        entity.ToTable("RegisterEntry");
        entity.Property(e => e.Title).HasMaxLength(RegisterEntry.TitleLimit);
        entity.Property(e => e.Text).HasMaxLength(RegisterEntry.TextLimit);
        entity.Property(e => e.DoneText).HasMaxLength(RegisterEntry.EvidenceLimit);
        entity.Property(e => e.Evidence).HasMaxLength(RegisterEntry.EvidenceLimit);
        entity.HasIndex(e => new { e.AllianceId, e.State, e.Deadline });
        entity.HasIndex(e => new { e.OwnerOrganisationId, e.State });
    }
}
