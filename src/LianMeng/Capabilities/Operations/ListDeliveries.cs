using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Operations;

/// <summary>Facts that reactions have still to answer: those given up first, then those that wait.</summary>
public sealed class ListDeliveries(UseCaseContext context, IEnumerable<Reaction> reactions) : Query<ListDeliveries.Filter, ListDeliveries.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "已停止")]
        public bool? Dead { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "处理")] public string Title { get; set; } = "";
        public string Reaction { get; init; } = "";
        [Display(Name = "账本序号")] public long Seq { get; init; }
        [Display(Name = "失败次数")] public int Attempts { get; init; }
        [Display(Name = "下次尝试")] public DateTime NextAt { get; init; }
        [Display(Name = "停止时间")] public DateTime? DeadAt { get; init; }
        [Display(Name = "问题")] public string? Error { get; init; }
    }

    public override Access Access => Access.Needs(OperationsCapability.Manage);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>
    {
        ["attempts"] = r => r.Attempts,
        ["seq"] = r => r.Seq,
    };

    protected override string DefaultSort => "-attempts";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var deliveries = Db.Set<Delivery>().AsNoTracking();
        if (filter.Dead is { } dead) deliveries = deliveries.Where(d => d.DeadAt != null == dead);
        return deliveries.Select(d => new Row { Id = d.Id, Reaction = d.Reaction, Seq = d.Seq, Attempts = d.Attempts, NextAt = d.NextAt, DeadAt = d.DeadAt, Error = d.Error });
    }

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var titles = reactions.ToDictionary(r => r.Name, r => r.Title, StringComparer.Ordinal);
        foreach (var row in rows) row.Title = titles.GetValueOrDefault(row.Reaction, row.Reaction);
        return Task.CompletedTask;
    }
}
