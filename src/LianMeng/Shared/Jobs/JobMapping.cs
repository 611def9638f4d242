using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Shared.Jobs;

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> entity)
    {
        entity.ToTable("Delivery");
        entity.HasBaseType((Type?)null);
        entity.Property(e => e.Reaction).HasMaxLength(Reaction.NameLimit);
        entity.Property(e => e.Error).HasMaxLength(BackgroundWork.ErrorLimit);
        entity.HasIndex(e => new { e.Reaction, e.Seq }).IsUnique();
        entity.HasIndex(e => new { e.DeadAt, e.NextAt });
    }
}

internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> entity)
    {
        entity.ToTable("JobRun");
        entity.HasBaseType((Type?)null);
        entity.Property(e => e.Job).HasMaxLength(ScheduledJob.NameLimit);
        entity.Property(e => e.Error).HasMaxLength(BackgroundWork.ErrorLimit);
        entity.HasIndex(e => new { e.Job, e.Due, e.DistrictId }).IsUnique();
        entity.HasIndex(e => new { e.FinishedAt, e.NextAt });
    }
}

internal sealed class OperationGaugeMapping : IEntityTypeConfiguration<OperationGauge>
{
    public void Configure(EntityTypeBuilder<OperationGauge> entity)
    {
        entity.ToTable("OperationGauge");
        entity.Property(e => e.Stage).HasMaxLength(OperationGauge.StageLimit);
    }
}
