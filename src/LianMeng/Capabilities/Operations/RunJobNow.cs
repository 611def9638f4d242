using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Operations;

/// <summary>Has a scheduled job run now for every district, besides its usual times.</summary>
public sealed class RunJobNow(UseCaseContext context, IEnumerable<ScheduledJob> jobs) : Command<RunJobNow.Input, RunJobNow.Result>(context)
{
    public sealed class Input
    {
        [Display(Name = "任务"), Required, StringLength(ScheduledJob.NameLimit)]
        public string? Job { get; set; }
    }

    /// <param name="Due">the instant (UTC) under which the runs are listed</param>
    public sealed record Result(string Job, DateTime Due);

    public override Access Access => Access.Needs(OperationsCapability.Manage);

    protected override Outcome<Result> OnDuplicate() => Outcome<Result>.Refused("这项任务刚刚已安排补跑，请稍候查看结果。");

    protected override async Task<Outcome<Result>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (jobs.FirstOrDefault(j => j.Name == input.Job) is not { } job) return Outcome<Result>.Invalid("job", "没有这项定时任务。");
        var due = JobRunner.WholeSeconds(Now);
        foreach (var district in await Db.Set<District>().Select(d => d.Id).ToListAsync(cancellation)) Db.Add(JobRun.Of(job.Name, due, district, Now));
        Record(new JobRequested(job.Name, due));
        return Outcome<Result>.Done(new(job.Name, due));
    }
}
