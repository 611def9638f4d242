using Quartz;

namespace LianMeng.Shared.Jobs;

/// <summary>
/// Winds Quartz up with the program's scheduled jobs: in memory, on every node, each at its time in China. It only says that
/// a time has come; <see cref="JobRunner"/> sees to it that one node runs it.
/// </summary>
public sealed class JobClock(ISchedulerFactory schedulers, JobRunner runner) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (runner.Jobs.Count == 0) return;
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var job in runner.Jobs)
        {
            var strike = JobBuilder.Create<Strike>().WithIdentity(job.Name).Build();
            var trigger = TriggerBuilder.Create().WithIdentity(job.Name).WithCronSchedule(job.Cron, cron => cron.InTimeZone(ChinaCron.Zone)).Build();
            await scheduler.ScheduleJob(strike, trigger, cancellationToken: cancellationToken);
        }

        await scheduler.Start(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (runner.Jobs.Count == 0) return;
        await (await schedulers.GetScheduler(cancellationToken)).Shutdown(true, cancellationToken);
    }

    /// <summary>The clock strikes for the job whose name is the Quartz job's.</summary>
    internal sealed class Strike(JobRunner runner) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
            => await runner.FireAsync(context.JobDetail.Key.Name, (context.ScheduledFireTimeUtc ?? context.FireTimeUtc).UtcDateTime, cancellationToken);
    }
}
