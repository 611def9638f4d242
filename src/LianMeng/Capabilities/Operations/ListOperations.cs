using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Operations;

/// <summary>One's own operations, newest first.</summary>
public sealed class ListOperations(UseCaseContext context) : Query<ListFilter, ListOperations.Row>(context)
{
    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "标题")] public string Title { get; init; } = "";
        [Display(Name = "状态")] public OperationState State { get; init; }
        [Display(Name = "开始时间")] public DateTime StartedAt { get; init; }
        [Display(Name = "完成时间")] public DateTime? FinishedAt { get; init; }
    }

    public override Access Access => Access.SignedIn;

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>
    {
        ["started"] = r => r.StartedAt,
    };

    protected override string DefaultSort => "-started";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(ListFilter filter)
        => Db.Set<Operation>().AsNoTracking().Where(o => o.StartedBy == Actor.UserId)
            .Select(o => new Row { Id = o.Id, Title = o.Title, State = o.State, StartedAt = o.StartedAt, FinishedAt = o.FinishedAt });
}
