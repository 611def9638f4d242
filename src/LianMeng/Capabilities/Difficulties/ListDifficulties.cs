using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>Difficulties that the actor sees: who leads, what limit runs, how long it has been open.</summary>
public sealed class ListDifficulties(UseCaseContext context, FirmDirectory firms, DifficultyClocks clocks) : Query<ListDifficulties.Filter, ListDifficulties.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "进展")]
        public DifficultyState? State { get; set; }

        [Display(Name = "类别")]
        public DifficultyCategory? Category { get; set; }

        [Display(Name = "办理方式")]
        public DifficultyTrack? Track { get; set; }

        [Display(Name = "紧急程度")]
        public DifficultyLevel? Level { get; set; }

        /// <summary>Still open.</summary>
        [Display(Name = "未办结")]
        public bool? Open { get; set; }

        /// <summary>A limit has passed.</summary>
        [Display(Name = "超期")]
        public bool? Overdue { get; set; }

        /// <summary>The firms have their say now.</summary>
        [Display(Name = "待评价")]
        public bool? Unrated { get; set; }

        [Display(Name = "承办单位")]
        public Guid? UnitId { get; set; }

        [Display(Name = "涉及企业")]
        public Guid? OrganisationId { get; set; }

        [Display(Name = "联盟")]
        public Guid? AllianceId { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "编号")] public string Number { get; init; } = "";
        [Display(Name = "难题")] public string Title { get; init; } = "";
        [Display(Name = "类别")] public DifficultyCategory Category { get; init; }
        [Display(Name = "紧急程度")] public DifficultyLevel Level { get; init; }
        [Display(Name = "办理方式")] public DifficultyTrack Track { get; init; }
        [Display(Name = "进展")] public DifficultyState State { get; init; }

        /// <summary>Names of the firms concerned, the first three and how many more.</summary>
        [Display(Name = "涉及企业")] public string Firms { get; set; } = "";
        [Display(Name = "牵头单位")] public string Lead { get; set; } = "";
        [Display(Name = "登记时间")] public DateTime RaisedAt { get; init; }

        /// <summary>UTC; the earliest limit that runs.</summary>
        [Display(Name = "下一期限")] public DateTime? NextLimitAt { get; init; }

        /// <summary>还剩 2 个工作日; empty where no limit runs.</summary>
        [Display(Name = "剩余")] public string Remaining { get; set; } = "";
        public bool IsOverdue { get; set; }
        public bool IsPaused { get; init; }
        [Display(Name = "办结时间")] public DateTime? ClosedAt { get; init; }
        [Display(Name = "外部工单号")] public string? ExternalNumber { get; init; }
        internal Guid? LeadId { get; init; }
        internal DateTime SortLimit { get; init; }
        internal int FirmCount { get; init; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["raised"] = r => r.RaisedAt,
        ["number"] = r => r.Number,
        ["limit"] = r => r.SortLimit,
        ["title"] = r => r.Title,
    };

    protected override string DefaultSort => "-raised";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var directory = firms.Firms();
        var (now, never) = (Now, DateTime.SpecifyKind(DateTime.MaxValue.Date, DateTimeKind.Utc));
        var difficulties = Db.Set<Difficulty>().AsNoTracking().SeenBy(Actor);
        if (filter.State is { } state) difficulties = difficulties.Where(d => d.State == state);
        if (filter.Category is { } category) difficulties = difficulties.Where(d => d.Category == category);
        if (filter.Track is { } track) difficulties = difficulties.Where(d => d.Track == track);
        if (filter.Level is { } level) difficulties = difficulties.Where(d => d.Level == level);
        if (filter.Open == true) difficulties = difficulties.Open();
        if (filter.Overdue == true) difficulties = difficulties.Where(d => d.NextLimitAt != null && d.NextLimitAt < now);
        if (filter.Unrated == true) difficulties = difficulties.Where(d => d.State == DifficultyState.Answered || d.State == DifficultyState.FollowUp);
        if (filter.UnitId is { } unit) difficulties = difficulties.Where(d => d.Tasks.Any(t => t.UnitId == unit && t.State != DifficultyTaskState.Dropped));
        if (filter.OrganisationId is { } firm) difficulties = difficulties.Where(d => d.Beneficiaries.Any(b => b.OrganisationId == firm));
        if (filter.AllianceId is { } alliance) difficulties = difficulties.Where(d => d.AllianceId == alliance);
        foreach (var word in filter.Words)
        {
            var lower = word.ToLowerInvariant();
            difficulties = difficulties.Where(d => d.SearchText.Contains(lower) || d.Beneficiaries.Any(b => directory.Any(f => f.Id == b.OrganisationId && f.SearchText.Contains(lower))));
        }

        return difficulties.Select(d => new Row
        {
            Id = d.Id, Number = d.Number, Title = d.Title, Category = d.Category, Level = d.Level, Track = d.Track, State = d.State, RaisedAt = d.RaisedAt, NextLimitAt = d.NextLimitAt, ClosedAt = d.ClosedAt, ExternalNumber = d.ExternalNumber,
            IsPaused = d.Waits != null || d.Tasks.Any(t => t.Waits != null), SortLimit = d.NextLimitAt ?? never, FirmCount = d.Beneficiaries.Count,
            LeadId = d.Tasks.Where(t => t.IsLead && t.State != DifficultyTaskState.Dropped).Select(t => (Guid?)t.UnitId).FirstOrDefault(),
        });
    }

    protected override async Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var concerned = (await Db.Set<DifficultyBeneficiary>().AsNoTracking().Where(b => ids.Contains(b.DifficultyId)).OrderBy(b => b.Id).Select(b => new { b.DifficultyId, b.OrganisationId }).ToListAsync(cancellation)).ToLookup(b => b.DifficultyId, b => b.OrganisationId);
        var named = rows.Select(r => r.LeadId).OfType<Guid>().Concat(concerned.SelectMany(c => c)).Distinct().ToList();
        var names = await firms.Firms().Where(f => named.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        foreach (var row in rows)
        {
            row.Firms = string.Join("、", concerned[row.Id].Take(3).Select(id => names.GetValueOrDefault(id, "（已移出名册）"))) + (row.FirmCount > 3 ? $"等 {row.FirmCount} 家" : "");
            row.Lead = row.LeadId is { } lead ? names.GetValueOrDefault(lead, "（已移出名册）") : "";
            (row.Remaining, row.IsOverdue) = clocks.Remaining(row.NextLimitAt, Now);
        }
    }
}
