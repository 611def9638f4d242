using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Notices;

/// <summary>One's own notices, newest first.</summary>
public sealed class ListNotices(UseCaseContext context) : Query<ListNotices.Filter, ListNotices.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "只看未读")]
        public bool? Unread { get; set; }

        [Display(Name = "类别")]
        public NoticeKind? Kind { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "标题")] public string Title { get; init; } = "";
        [Display(Name = "内容")] public string Text { get; init; } = "";
        [Display(Name = "类别")] public NoticeKind Kind { get; init; }
        [Display(Name = "次数")] public int Count { get; init; }
        [Display(Name = "时间")] public DateTime At { get; init; }
        [Display(Name = "阅读时间")] public DateTime? ReadAt { get; init; }
        public string Href { get; init; } = "";
        public Guid? SubjectId { get; init; }
    }

    public override Access Access => Access.SignedIn;

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>
    {
        ["at"] = r => r.At,
    };

    protected override string DefaultSort => "-at";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        // In one's own district only: what cannot be marked as read there is not shown either.
        var notices = Db.Set<Notice>().AsNoTracking().Where(n => n.UserId == Actor.UserId && n.DistrictId == Actor.WriteDistrict);
        if (filter.Unread is { } unread) notices = notices.Where(n => n.ReadAt == null == unread);
        if (filter.Kind is { } kind) notices = notices.Where(n => n.Kind == kind);
        if (filter.Query is { } text) notices = notices.Where(n => n.Title.Contains(text) || n.Text.Contains(text));
        return notices.Select(n => new Row
        {
            Id = n.Id, Title = n.Title, Text = n.Text, Kind = n.Kind, Count = n.Count, At = n.At, ReadAt = n.ReadAt, Href = n.Href, SubjectId = n.SubjectId,
        });
    }
}
