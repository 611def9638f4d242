using System.ComponentModel.DataAnnotations;
using LianMeng.Engine.Calendar;

namespace LianMeng.Capabilities.Calendars;

/// <summary>A day of the calendar as lists and pages show it.</summary>
public sealed class DayRow
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    public Guid Id { get; init; }
    [Display(Name = "日期")] public DateOnly Day { get; init; }
    [Display(Name = "星期")] public string Weekday { get; init; } = "";
    [Display(Name = "性质")] public DayKind What { get; init; }
    [Display(Name = "节日")] public string? Name { get; init; }

    /// <summary>Its year has no published notice yet.</summary>
    [Display(Name = "暂定")] public bool IsProvisional { get; init; }

    public bool IsWorking => What is DayKind.Working or DayKind.Worked;

    /// <summary>The days of a year in order.</summary>
    public static List<DayRow> OfYear(WorkCalendar calendar, int year)
    {
        var first = new DateOnly(year, 1, 1);
        return [.. Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => Of(calendar, first.AddDays(i)))];
    }

    private static DayRow Of(WorkCalendar calendar, DateOnly day)
    {
        var published = calendar.Published(day);
        var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return new()
        {
            Id = new(day.DayNumber, 0, 0, new byte[8]),
            Day = day,
            Weekday = Weekdays[(int)day.DayOfWeek],
            What = published is { IsOff: true } ? DayKind.Holiday : !isWeekend ? DayKind.Working : published is null ? DayKind.Weekend : DayKind.Worked,
            Name = published?.Name,
            IsProvisional = day.Year > calendar.LastPublishedYear,
        };
    }
}
