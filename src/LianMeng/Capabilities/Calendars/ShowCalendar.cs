using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Calendars.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Calendars;

/// <summary>A year at a glance.</summary>
public sealed class ShowCalendar(UseCaseContext context, WorkCalendars calendars) : Show<ShowCalendar.Input, ShowCalendar.View>(context)
{
    public sealed class Input
    {
        [Display(Name = "年份"), Range(CalendarYear.First, CalendarYear.Last)]
        public int? Year { get; set; }
    }

    public sealed class View
    {
        public required int Year { get; init; }
        public required DateOnly Today { get; init; }

        /// <summary>No notice for this year yet: the plain week.</summary>
        public required bool IsProvisional { get; init; }

        public required int LastPublishedYear { get; init; }

        /// <summary>09:00–12:00，14:00–18:00.</summary>
        public required string Hours { get; init; }

        /// <summary>Close of business, 18:00.</summary>
        public required string Close { get; init; }

        public required int MinutesADay { get; init; }
        public required int WorkingDays { get; init; }
        public required IReadOnlyList<DayRow> Days { get; init; }

        /// <summary>Of the hours, for the form that changes them; null while nobody set them.</summary>
        public Guid? HoursVersion { get; init; }

        public required ChangeBusinessHours.Input HoursForm { get; init; }
    }

    public override Access Access => Access.SignedIn;

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var calendar = calendars.Current;
        var today = ChinaTime.Today(Now);
        var year = input.Year ?? today.Year;
        var days = DayRow.OfYear(calendar, year);
        var hours = calendar.Hours;
        return new()
        {
            Year = year,
            Today = today,
            IsProvisional = year > calendar.LastPublishedYear,
            LastPublishedYear = calendar.LastPublishedYear,
            Hours = BusinessHours.Words(hours),
            Close = $"{hours.AfternoonTo:HH:mm}",
            MinutesADay = hours.MinutesADay,
            WorkingDays = days.Count(day => day.IsWorking),
            Days = days,
            HoursVersion = await Db.Set<BusinessHours>().Select(h => (Guid?)h.Version).FirstOrDefaultAsync(cancellation),
            HoursForm = new() { MorningFrom = $"{hours.MorningFrom:HH:mm}", MorningTo = $"{hours.MorningTo:HH:mm}", AfternoonFrom = $"{hours.AfternoonFrom:HH:mm}", AfternoonTo = $"{hours.AfternoonTo:HH:mm}" },
        };
    }
}
