using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases;

/// <summary>The published issues of one atlas.</summary>
public sealed class ListIssues(UseCaseContext context, AtlasShelf shelf) : Query<ListIssues.Filter, ListIssues.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        /// <summary>The atlas.</summary>
        public Guid Id { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "期")] public int Number { get; init; }
        [Display(Name = "发布时间")] public DateTime? PublishedAt { get; init; }
        [Display(Name = "本期说明")] public string? Summary { get; init; }
        [Display(Name = "产品")] public int Nodes { get; init; }
        [Display(Name = "关系")] public int Links { get; init; }
    }

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal) { ["number"] = r => r.Number };

    protected override string DefaultSort => "-number";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override Task<bool> IsThereAsync(Filter filter, CancellationToken cancellation) => shelf.All().AnyAsync(a => a.Id == filter.Id, cancellation);

    protected override IQueryable<Row> Rows(Filter filter) => Db.Set<AtlasSheet>().AsNoTracking().Where(s => s.AtlasId == filter.Id && s.Number > 0)
        .Select(s => new Row { Id = s.Id, Number = s.Number, PublishedAt = s.PublishedAt, Summary = s.Summary, Nodes = s.Nodes, Links = s.Links });
}
