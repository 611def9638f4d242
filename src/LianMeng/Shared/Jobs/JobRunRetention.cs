using LianMeng.Shared.Data;
using LianMeng.Shared.Retention;
using LianMeng.Shared.Settings;

namespace LianMeng.Shared.Jobs;

internal sealed class JobRunRetention : RetentionRule
{
    public static readonly Setting Days = new("Retention:JobRuns", Group, "定时任务运行记录", "已完成的定时任务在“后台任务”中还能看多久。", "天", 90, 7, 3650);

    public override Setting Keep => Days;
    public override string Title => "定时任务运行记录";

    // The last run of a job is what tells that its time was met: a monthly job's must outlive the month.
    protected override IQueryable<object> Old(AppDb db, Guid districtId, DateTime before)
        => db.Set<JobRun>().Where(r => r.DistrictId == districtId && r.FinishedAt < before && db.Set<JobRun>().Any(later => later.Job == r.Job && later.DistrictId == districtId && later.Due > r.Due)).OrderBy(r => r.FinishedAt);
}
