using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Calendars;

/// <summary>What administrators entered beside the notices that came with the program, withdrawn ones too.</summary>
public sealed class ListHolidayNotices(UseCaseContext context) : Query<ListFilter, ListHolidayNotices.Row>(context)
{
    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        [Display(Name = "文号")] public string Number { get; init; } = "";
        [Display(Name = "发文日期")] public DateOnly IssuedOn { get; init; }
        [Display(Name = "全年安排")] public int? WholeYear { get; init; }
        [Display(Name = "放假和上班的日子")] public string Text { get; init; } = "";
        [Display(Name = "出处")] public string? Source { get; init; }
        [Display(Name = "登记时间")] public DateTime EnteredAt { get; init; }
        [Display(Name = "撤销时间")] public DateTime? WithdrawnAt { get; init; }
        [Display(Name = "撤销原因")] public string? WithdrawnReason { get; init; }
    }

    public override Access Access => Access.SignedIn;

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>
    {
        ["issuedOn"] = r => r.IssuedOn,
        ["number"] = r => r.Number,
    };

    protected override string DefaultSort => "-issuedOn";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(ListFilter filter)
    {
        var notices = Db.Set<HolidayNotice>().AsNoTracking();
        if (filter.Query is { } text) notices = notices.Where(n => n.Number.Contains(text) || n.Text.Contains(text));
        return notices.Select(n => new Row
        {
            Id = n.Id, Version = n.Version, Number = n.Number, IssuedOn = n.IssuedOn, WholeYear = n.WholeYear, Text = n.Text, Source = n.Source,
            EnteredAt = n.EnteredAt, WithdrawnAt = n.WithdrawnAt, WithdrawnReason = n.WithdrawnReason,
        });
    }
}
