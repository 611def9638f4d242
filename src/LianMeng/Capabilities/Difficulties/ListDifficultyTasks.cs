using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>The board of the units: every task with its limit. A unit sees its own, officers and secretaries those of theirs.</summary>
public sealed class ListDifficultyTasks(UseCaseContext context, FirmDirectory firms, DifficultyClocks clocks) : Query<ListDifficultyTasks.Filter, ListDifficultyTasks.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "承办单位")]
        public Guid? UnitId { get; set; }

        [Display(Name = "进展")]
        public DifficultyTaskState? State { get; set; }

        /// <summary>Also what is answered or given to others; only what is still to be seen to otherwise.</summary>
        [Display(Name = "含已办")]
        public bool? All { get; set; }

        [Display(Name = "超期")]
        public bool? Overdue { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid DifficultyId { get; init; }
        public Guid UnitId { get; init; }
        [Display(Name = "承办单位")] public string Unit { get; init; } = "";
        [Display(Name = "编号")] public string Number { get; init; } = "";
        [Display(Name = "难题")] public string Title { get; init; } = "";
        [Display(Name = "牵头")] public bool IsLead { get; init; }
        [Display(Name = "交办方式")] public AssignmentMode Mode { get; init; }
        [Display(Name = "科室")] public string? Section { get; init; }
        [Display(Name = "进展")] public DifficultyTaskState State { get; init; }
        [Display(Name = "紧急程度")] public DifficultyLevel Level { get; init; }
        [Display(Name = "交办时间")] public DateTime AssignedAt { get; init; }
        [Display(Name = "期限")] public DateTime? LimitAt { get; init; }
        [Display(Name = "剩余")] public string Remaining { get; set; } = "";
        public bool IsOverdue { get; set; }
        public WaitReason? Waits { get; init; }
        internal string SortKey { get; init; } = "";
        internal DateTime SortLimit { get; init; }
        internal string SearchText { get; init; } = "";
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["limit"] = r => r.SortLimit,
        ["unit"] = r => r.SortKey,
        ["assigned"] = r => r.AssignedAt,
        ["number"] = r => r.Number,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var (now, never) = (Now, DateTime.SpecifyKind(DateTime.MaxValue.Date, DateTimeKind.Utc));
        var (all, alliances) = Actor.Reach(DifficultiesCapability.Oversee);
        var units = Actor.FirmsFor(DifficultiesCapability.Handle);
        var tasks = Db.Set<DifficultyTask>().AsNoTracking();
        if (filter.UnitId is { } unit) tasks = tasks.Where(t => t.UnitId == unit);
        if (filter.State is { } state) tasks = tasks.Where(t => t.State == state);
        else if (filter.All != true) tasks = tasks.Active(Db.Set<Difficulty>());
        if (filter.Overdue == true) tasks = tasks.Where(t => t.LimitAt != null && t.LimitAt < now);
        var rows = from task in tasks
                   join difficulty in Db.Set<Difficulty>().AsNoTracking() on task.DifficultyId equals difficulty.Id
                   join named in firms.Firms() on task.UnitId equals named.Id into names
                   from name in names.DefaultIfEmpty()
                   where all || units.Contains(task.UnitId) || (difficulty.AllianceId != null && alliances.Contains(difficulty.AllianceId.Value))
                   select new Row
                   {
                       Id = task.Id, DifficultyId = task.DifficultyId, UnitId = task.UnitId, Unit = name.Name ?? "（已移出名册）", Number = difficulty.Number, Title = difficulty.Title, IsLead = task.IsLead, Mode = task.Mode, Section = task.Section,
                       State = task.State, Level = difficulty.Level, AssignedAt = task.AssignedAt, LimitAt = task.LimitAt, Waits = task.Waits ?? difficulty.Waits, SortKey = name.SortKey ?? "", SortLimit = task.LimitAt ?? never, SearchText = difficulty.SearchText,
                   };
        foreach (var word in filter.Words)
        {
            var lower = word.ToLowerInvariant();
            rows = rows.Where(r => r.SearchText.Contains(lower) || r.Unit.Contains(word));
        }

        return rows;
    }

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        foreach (var row in rows) (row.Remaining, row.IsOverdue) = row.Waits is { } reason ? ($"暂停（{ListExport.Words(reason)}）", false) : clocks.Remaining(row.LimitAt, Now);
        return Task.CompletedTask;
    }
}
