using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.FigureConsents;

/// <summary>What the own firm gave, and what was given to the own organisation or office. Nobody sees what was given to others.</summary>
public sealed class ListFigureConsents(UseCaseContext context, FirmDirectory firms) : Query<ListFigureConsents.Filter, ListFigureConsents.Row>(context)
{
    public enum Direction
    {
        [Display(Name = "我们给出的")] Given = 1,
        [Display(Name = "给我们的")] Received = 2,
    }

    public sealed class Filter : ListFilter
    {
        [Display(Name = "范围")]
        public Direction? From { get; set; }

        [Display(Name = "状态")]
        public ConsentState? State { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        public Guid OrganisationId { get; init; }
        [Display(Name = "授权企业")] public string Organisation { get; init; } = "";
        [Display(Name = "授权给")] public string Recipient { get; init; } = "";
        [Display(Name = "用途")] public string? Purpose { get; init; }
        [Display(Name = "授权到")] public DateOnly Until { get; init; }
        [Display(Name = "状态")] public ConsentState State { get; set; }
        [Display(Name = "给出时间")] public DateTime GivenAt { get; init; }
        public bool IsOwn { get; init; }
        internal bool IsWithdrawn { get; init; }
        internal string SortKey { get; init; } = "";
        internal string SearchText { get; init; } = "";
    }

    public override Access Access => Access.Needs(FigureConsentsCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["given"] = r => r.GivenAt,
        ["until"] = r => r.Until,
        ["firm"] = r => r.SortKey,
    };

    protected override string DefaultSort => "-given";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var own = Actor.OrganisationId ?? Guid.Empty;
        var today = ChinaTime.Today(Now);
        var all = Db.Set<FigureConsent>().AsNoTracking();
        var seen = filter.From switch { Direction.Given => all.GivenBy(Actor), Direction.Received => all.GivenTo(Actor), _ => all.GivenTo(Actor, orBy: true) };
        seen = filter.State switch
        {
            ConsentState.Withdrawn => seen.Where(c => c.WithdrawnAt != null),
            ConsentState.Over => seen.Where(c => c.WithdrawnAt == null && c.Until < today),
            ConsentState.Holds => seen.Where(c => c.WithdrawnAt == null && c.Until >= today),
            _ => seen,
        };
        var directory = firms.Firms();
        var rows = from consent in seen
                   join firm in directory on consent.OrganisationId equals firm.Id
                   join named in directory on consent.RecipientId equals named.Id into some
                   from recipient in some.DefaultIfEmpty()
                   select new Row
                   {
                       Id = consent.Id, Version = consent.Version, OrganisationId = consent.OrganisationId, Organisation = firm.Name,
                       Recipient = consent.Recipient == ConsentRecipient.ChainOffice ? "区县产业链工作机构" : recipient.Name ?? "已移出名册的单位", Purpose = consent.Purpose, Until = consent.Until, GivenAt = consent.GivenAt,
                       IsWithdrawn = consent.WithdrawnAt != null, IsOwn = consent.OrganisationId == own, SortKey = firm.SortKey, SearchText = firm.SearchText,
                   };
        if (filter.Query is { } text)
        {
            var (word, lower) = (text.Trim(), text.Trim().ToLowerInvariant());
            rows = rows.Where(r => r.SearchText.Contains(lower) || r.Recipient.Contains(word));
        }

        return rows;
    }

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var today = ChinaTime.Today(Now);
        foreach (var row in rows) row.State = row.IsWithdrawn ? ConsentState.Withdrawn : row.Until < today ? ConsentState.Over : ConsentState.Holds;
        return Task.CompletedTask;
    }
}
