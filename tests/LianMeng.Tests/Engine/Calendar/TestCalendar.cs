using LianMeng.Capabilities.Calendars;
using LianMeng.Engine.Calendar;

namespace LianMeng.Tests.Engine.Calendar;

/// <summary>The calendar as published up to 2026, whatever the package knows later.</summary>
internal static class TestCalendar
{
    public static WorkCalendar To2026 { get; } = new(WorkHours.Default, PublishedHolidays.Days.Where(day => day.Day.Year <= 2026), 2026);

    public static DateTimeOffset At(string text)
        => new(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None), WorkCalendar.Offset);
}
