using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>What came of the findings of an atlas, for its next meeting.</summary>
public sealed class ListAtlasTasks(UseCaseContext context, AtlasShelf shelf, AtlasTaskBook book, OrganisationCards cards, PersonNames people) : MemoryQuery<ListAtlasTasks.Filter, ListAtlasTasks.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        /// <summary>The atlas.</summary>
        public Guid Id { get; set; }

        [Display(Name = "进展")]
        public AtlasTaskState? State { get; set; }

        [Display(Name = "分析")]
        public AtlasAnalysisKind? Analysis { get; set; }

        [Display(Name = "转为")]
        public AtlasTaskAction? Action { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "任务")] public string Title { get; init; } = "";
        [Display(Name = "来自")] public AtlasAnalysisKind Analysis { get; init; }
        [Display(Name = "转为")] public AtlasTaskAction Action { get; init; }
        [Display(Name = "责任方")] public string Owner { get; init; } = "";
        [Display(Name = "期限")] public DateOnly? Deadline { get; init; }
        [Display(Name = "逾期")] public bool IsOverdue { get; init; }
        [Display(Name = "进展")] public AtlasTaskState State { get; init; }
        [Display(Name = "结果")] public string? Result { get; init; }
        [Display(Name = "建立时间")] public DateTime StartedAt { get; init; }
        [Display(Name = "结束时间")] public DateTime? ClosedAt { get; init; }
    }

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["started"] = r => r.StartedAt,
        ["deadline"] = r => r.Deadline ?? DateOnly.MaxValue,
        ["owner"] = r => r.Owner,
        ["state"] = r => r.State,
    };

    protected override string DefaultSort => "-started";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override Task<bool> IsThereAsync(Filter filter, CancellationToken cancellation) => shelf.All().AnyAsync(a => a.Id == filter.Id, cancellation);

    protected override async Task<IReadOnlyList<Row>> LoadAsync(Filter filter, CancellationToken cancellation)
    {
        var tasks = book.Visible().Where(t => t.AtlasId == filter.Id);
        if (filter.State is { } state) tasks = tasks.Where(t => t.State == state);
        if (filter.Analysis is { } analysis) tasks = tasks.Where(t => t.Analysis == analysis);
        if (filter.Action is { } action) tasks = tasks.Where(t => t.Action == action);
        var found = await tasks.ToListAsync(cancellation);
        if (filter.Query?.Trim() is { Length: > 0 } typed) found.RemoveAll(t => !t.Title.Contains(typed, StringComparison.OrdinalIgnoreCase));
        var firms = (await cards.OfAsync([.. found.Select(t => t.OwnerOrganisationId).OfType<Guid>().Distinct()], cancellation)).ToDictionary(c => c.Id, c => c.Name);
        var persons = await people.KnownAsync([.. found.Select(t => t.OwnerId).OfType<Guid>().Distinct()], cancellation);
        return [.. found.Select(t => new Row
        {
            Id = t.Id, Title = t.Title, Analysis = t.Analysis, Action = t.Action, Owner = OwnerOf(t), Deadline = t.Deadline, IsOverdue = t.IsOverdue(ChinaTime.Today(Now)), State = t.State, Result = t.Result, StartedAt = t.StartedAt, ClosedAt = t.ClosedAt,
        })];

        string OwnerOf(AtlasTask task)
        {
            var named = new[] { task.OwnerOrganisationId is { } firm ? firms.GetValueOrDefault(firm) : null, task.OwnerId is { } person ? persons.GetValueOrDefault(person) : null }.OfType<string>().ToList();
            return named.Count == 0 ? "区县" : string.Join(" · ", named);
        }
    }
}
