using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Difficulties;

internal sealed class DifficultyMapping : IEntityTypeConfiguration<Difficulty>
{
    public void Configure(EntityTypeBuilder<Difficulty> entity)
    {
        entity.ToTable("Difficulty");
        entity.Property(e => e.Number).HasMaxLength(Difficulty.NumberLimit);
        entity.Property(e => e.Title).HasMaxLength(Difficulty.TitleLimit);
        entity.Property(e => e.Text).HasMaxLength(Difficulty.TextLimit);
        entity.Property(e => e.Place).HasMaxLength(Difficulty.PlaceLimit);
        entity.Property(e => e.ExternalNumber).HasMaxLength(Difficulty.ExternalLimit);
        entity.Property(e => e.ExternalState).HasMaxLength(Difficulty.ExternalLimit);
        entity.Property(e => e.EndReason).HasMaxLength(Difficulty.ReasonLimit);
        entity.Property(e => e.RightBody).HasMaxLength(Difficulty.BodyLimit);
        entity.Property(e => e.SearchText).HasMaxLength(Difficulty.SearchLimit);
        entity.HasIndex(e => new { e.DistrictId, e.Number }).IsUnique();
        entity.HasIndex(e => new { e.DistrictId, e.Source, e.ExternalNumber }).IsUnique().HasFilter("\"ExternalNumber\" IS NOT NULL");
        entity.HasIndex(e => new { e.DistrictId, e.State, e.NextLimitAt });
        entity.HasIndex(e => new { e.DistrictId, e.RaisedAt });
        entity.HasIndex(e => e.MergedIntoId);
        entity.HasIndex(e => e.RaisedByOrganisationId);
        entity.HasMany(e => e.Tasks).WithOne().HasForeignKey(t => t.DifficultyId);
        entity.HasMany(e => e.Beneficiaries).WithOne().HasForeignKey(b => b.DifficultyId);
        entity.HasMany(e => e.Requests).WithOne().HasForeignKey(r => r.DifficultyId);
        entity.HasMany(e => e.Milestones).WithOne().HasForeignKey(m => m.DifficultyId);
        entity.Ignore(e => e.Lead);
        entity.Ignore(e => e.NextMilestone);
        foreach (var many in new[] { nameof(Difficulty.Tasks), nameof(Difficulty.Beneficiaries), nameof(Difficulty.Requests), nameof(Difficulty.Milestones) }) entity.Navigation(many).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class DifficultyTaskMapping : IEntityTypeConfiguration<DifficultyTask>
{
    public void Configure(EntityTypeBuilder<DifficultyTask> entity)
    {
        entity.ToTable("DifficultyTask");
        entity.Property(e => e.Request).HasMaxLength(DifficultyTask.RequestLimit);
        entity.Property(e => e.Section).HasMaxLength(DifficultyTask.SectionLimit);
        entity.Property(e => e.DisputeReason).HasMaxLength(Difficulty.ReasonLimit);
        entity.Property(e => e.DisputeNames).HasMaxLength(Difficulty.BodyLimit);
        entity.Property(e => e.Ruling).HasMaxLength(Difficulty.ReasonLimit);
        entity.Property(e => e.Answered).HasMaxLength(DifficultyTask.AnswerLimit);
        entity.HasIndex(e => new { e.UnitId, e.State, e.LimitAt });
        // One lead, and a unit once: two officers who assign at the same moment do not both succeed.
        entity.HasIndex([nameof(DifficultyTask.DifficultyId)], "IX_DifficultyTask_Lead").IsUnique().HasFilter("\"IsLead\" AND \"State\" <> 'Dropped'");
        entity.HasIndex(e => new { e.DifficultyId, e.UnitId }).IsUnique().HasFilter("\"State\" <> 'Dropped'");
        entity.HasMany(e => e.Prerequisites).WithOne().HasForeignKey(p => p.TaskId);
        entity.Navigation(e => e.Prerequisites).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        entity.Ignore(e => e.After);
    }
}

internal sealed class DifficultyTaskOrderMapping : IEntityTypeConfiguration<DifficultyTaskOrder>
{
    public void Configure(EntityTypeBuilder<DifficultyTaskOrder> entity)
    {
        entity.ToTable("DifficultyTaskOrder");
        entity.HasIndex(e => new { e.TaskId, e.AfterId }).IsUnique();
    }
}

internal sealed class DifficultyBeneficiaryMapping : IEntityTypeConfiguration<DifficultyBeneficiary>
{
    public void Configure(EntityTypeBuilder<DifficultyBeneficiary> entity)
    {
        entity.ToTable("DifficultyBeneficiary");
        entity.Property(e => e.Text).HasMaxLength(DifficultyBeneficiary.TextLimit);
        entity.HasIndex(e => new { e.DifficultyId, e.OrganisationId }).IsUnique();
        entity.HasIndex(e => e.OrganisationId);
    }
}

internal sealed class DifficultyRequestMapping : IEntityTypeConfiguration<DifficultyRequest>
{
    public void Configure(EntityTypeBuilder<DifficultyRequest> entity)
    {
        entity.ToTable("DifficultyRequest");
        entity.Property(e => e.Reason).HasMaxLength(DifficultyRequest.ReasonLimit);
        entity.Property(e => e.Decision).HasMaxLength(DifficultyRequest.ReasonLimit);
        entity.HasIndex(e => e.DifficultyId);
    }
}

internal sealed class DifficultyMilestoneMapping : IEntityTypeConfiguration<DifficultyMilestone>
{
    public void Configure(EntityTypeBuilder<DifficultyMilestone> entity)
    {
        entity.ToTable("DifficultyMilestone");
        entity.Property(e => e.Title).HasMaxLength(DifficultyMilestone.TitleLimit);
        entity.Property(e => e.Evidence).HasMaxLength(DifficultyMilestone.EvidenceLimit);
        entity.HasIndex(e => new { e.DifficultyId, e.Due });
    }
}

internal sealed class DifficultyNoteMapping : IEntityTypeConfiguration<DifficultyNote>
{
    public void Configure(EntityTypeBuilder<DifficultyNote> entity)
    {
        entity.ToTable("DifficultyNote");
        entity.Property(e => e.Text).HasMaxLength(DifficultyNote.TextLimit);
        entity.HasOne<Difficulty>().WithMany().HasForeignKey(e => e.DifficultyId);
        entity.HasIndex(e => new { e.DifficultyId, e.WrittenAt });
    }
}
