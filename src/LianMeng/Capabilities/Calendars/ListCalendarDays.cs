using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Calendars.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Calendars;

/// <summary>A year day by day.</summary>
public sealed class ListCalendarDays(UseCaseContext context, WorkCalendars calendars) : MemoryQuery<ListCalendarDays.Filter, DayRow>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "年份"), Range(CalendarYear.First, CalendarYear.Last)]
        public int? Year { get; set; }

        /// <summary>Only holidays and worked weekend days.</summary>
        [Display(Name = "只看放假和调休")]
        public bool OnlyPublished { get; set; }
    }

    public override Access Access => Access.SignedIn;

    protected override IReadOnlyDictionary<string, Expression<Func<DayRow, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<DayRow, object?>>> { ["day"] = r => r.Day };

    protected override Expression<Func<DayRow, Guid>> TieBreak => r => r.Id;

    protected override Task<IReadOnlyList<DayRow>> LoadAsync(Filter filter, CancellationToken cancellation)
        => Task.FromResult<IReadOnlyList<DayRow>>([.. DayRow.OfYear(calendars.Current, filter.Year ?? ChinaTime.Today(Now).Year)
            .Where(row => (!filter.OnlyPublished || row.Name is not null) && (filter.Query is not { } text || row.Name?.Contains(text, StringComparison.OrdinalIgnoreCase) == true))]);
}
