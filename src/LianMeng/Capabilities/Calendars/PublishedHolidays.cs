using System.Globalization;
using System.Text.Json;
using LianMeng.Engine.Calendar;

namespace LianMeng.Capabilities.Calendars;

/// <summary>The State Council's notices from 2004 on, as the npm package chinese-days states them; embedded by the build.</summary>
public static class PublishedHolidays
{
    public static IReadOnlyList<CalendarDay> Days { get; } = Load();

    /// <summary>The last year whose notice the package has.</summary>
    public static int LastYear { get; } = Days.Where(day => day.IsOff).Max(day => day.Day.Year);

    private static List<CalendarDay> Load()
    {
        using var stream = typeof(PublishedHolidays).Assembly.GetManifestResourceStream("chinese-days.json")
            ?? throw new InvalidOperationException("chinese-days.json is missing from the build.");
        using var document = JsonDocument.Parse(stream);
        return [.. Part(document, "holidays", true), .. Part(document, "workdays", false)];
    }

    /// <summary>"2026-10-01": "National Day,国庆节,3".</summary>
    private static IEnumerable<CalendarDay> Part(JsonDocument document, string name, bool isOff)
        => document.RootElement.GetProperty(name).EnumerateObject()
            .Select(day => new CalendarDay(DateOnly.ParseExact(day.Name, "yyyy-MM-dd", CultureInfo.InvariantCulture), isOff, day.Value.GetString()!.Split(',')[1]))
            .ToList();
}
