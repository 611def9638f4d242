using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Operations;

/// <summary>Every scheduled job of the program: when it runs, and how its last time went.</summary>
public sealed class ShowJobs(UseCaseContext context, IEnumerable<ScheduledJob> jobs) : Show<ShowJobs.Input, ShowJobs.View>(context)
{
    public sealed class Input;

    public sealed record View(IReadOnlyList<Line> Jobs);

    /// <param name="When">in words, China time</param>
    /// <param name="LastDue">null when it never ran</param>
    /// <param name="Unfinished">districts for which any run, of the last time or earlier, is not done</param>
    public sealed record Line(string Job, string Title, string Cron, string When, DateTime? NextDue, DateTime? LastDue, int Districts, int Unfinished);

    public override Access Access => Access.Needs(OperationsCapability.Manage);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var lines = new List<Line>();
        foreach (var job in jobs.OrderBy(j => j.Title, StringComparer.Ordinal))
        {
            var runs = Db.Set<JobRun>().AsNoTracking().Where(r => r.Job == job.Name);
            var last = await runs.MaxAsync(r => (DateTime?)r.Due, cancellation);
            lines.Add(new(job.Name, job.Title, job.Cron, CronWords.Of(job.Cron), ChinaCron.NextDue(job.Cron, Now), last,
                await runs.CountAsync(r => r.Due == last, cancellation), await runs.CountAsync(r => r.FinishedAt == null, cancellation)));
        }

        return new(lines);
    }
}
