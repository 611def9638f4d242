using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Operations;

/// <summary>What scheduled jobs did of late, a line for each district.</summary>
public sealed class ListJobRuns(UseCaseContext context, IEnumerable<ScheduledJob> jobs) : Query<ListJobRuns.Filter, ListJobRuns.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "任务"), StringLength(ScheduledJob.NameLimit)]
        public string? Job { get; set; }

        [Display(Name = "未完成")]
        public bool? Unfinished { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "任务")] public string Title { get; set; } = "";
        public string Job { get; init; } = "";
        [Display(Name = "区县")] public string District { get; init; } = "";
        [Display(Name = "应于")] public DateTime Due { get; init; }
        [Display(Name = "开始")] public DateTime? StartedAt { get; init; }
        [Display(Name = "完成")] public DateTime? FinishedAt { get; init; }
        [Display(Name = "失败次数")] public int Attempts { get; init; }
        public DateTime NextAt { get; init; }
        [Display(Name = "停止时间")] public DateTime? DeadAt { get; init; }
        [Display(Name = "问题")] public string? Error { get; init; }
    }

    public override Access Access => Access.Needs(OperationsCapability.Manage);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>
    {
        ["due"] = r => r.Due,
    };

    protected override string DefaultSort => "-due";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var runs = Db.Set<JobRun>().AsNoTracking();
        if (filter.Job is { } job) runs = runs.Where(r => r.Job == job);
        if (filter.Unfinished is { } unfinished) runs = runs.Where(r => r.FinishedAt == null == unfinished);
        return from run in runs
               join district in Db.Set<District>() on run.DistrictId equals district.Id
               select new Row
               {
                   Id = run.Id, Job = run.Job, District = district.Name, Due = run.Due, StartedAt = run.StartedAt, FinishedAt = run.FinishedAt,
                   Attempts = run.Attempts, NextAt = run.NextAt, DeadAt = run.DeadAt, Error = run.Error,
               };
    }

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var titles = jobs.ToDictionary(j => j.Name, j => j.Title, StringComparer.Ordinal);
        foreach (var row in rows) row.Title = titles.GetValueOrDefault(row.Job, row.Job);
        return Task.CompletedTask;
    }
}
