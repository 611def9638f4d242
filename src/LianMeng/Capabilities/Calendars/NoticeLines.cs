using System.Globalization;
using System.Text.RegularExpressions;
using LianMeng.Engine.Calendar;

namespace LianMeng.Capabilities.Calendars;

/// <summary>The days of a notice as an administrator types them from the paper, a line each: “春节 2027-02-05 至 2027-02-12 放假”, “春节 2027-01-31 上班”.</summary>
public static partial class NoticeLines
{
    /// <summary>No holiday was ever longer; a slip in the month would make a year of them.</summary>
    public const int LongestDays = 31;

    /// <returns>false, with a Chinese sentence that names the line</returns>
    public static bool TryRead(string? text, out IReadOnlyList<CalendarDay> days, out string? problem)
    {
        var read = new Dictionary<DateOnly, CalendarDay>();
        (days, problem) = ([], null);
        var lines = (text ?? "").Split('\n', StringSplitOptions.TrimEntries);
        for (var i = 0; i < lines.Length && problem is null; i++)
        {
            if (lines[i].Length > 0) problem = Read(lines[i], read) is { } wrong ? $"第 {i + 1} 行：{wrong}" : null;
        }

        if (problem is null && read.Count == 0) problem = "请至少写一行，例如“元旦 2027-01-01 至 2027-01-03 放假”。";
        if (problem is null) days = [.. read.Values.OrderBy(day => day.Day)];
        return problem is null;
    }

    private static string? Read(string line, Dictionary<DateOnly, CalendarDay> read)
    {
        if (Line().Match(line) is not { Success: true } match) return "请写成“节日 日期 至 日期 放假”或“节日 日期 上班”，日期形如 2027-02-05。";
        if (!TryDay(match.Groups["from"].Value, out var from)) return $"{match.Groups["from"].Value} 不是一个日期。";
        var to = from;
        if (match.Groups["to"].Success && !TryDay(match.Groups["to"].Value, out to)) return $"{match.Groups["to"].Value} 不是一个日期。";
        if (to < from) return "后一个日期早于前一个日期。";
        if (to.DayNumber - from.DayNumber >= LongestDays) return $"一次放假不会超过 {LongestDays} 天，请核对月份。";
        if (from.Year < 2007 || to.Year > 2100) return "年份应在 2007 到 2100 之间。";
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (!read.TryAdd(day, new(day, match.Groups["what"].Value == "放假", match.Groups["name"].Value))) return $"{day:yyyy-MM-dd} 已在前面写过。";
        }

        return null;
    }

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    [GeneratedRegex(@"^(?<name>\p{L}{1,10})[ \t\u3000]+(?<from>\d{4}-\d{2}-\d{2})([ \t\u3000]*(至|到|—|–|-|~)[ \t\u3000]*(?<to>\d{4}-\d{2}-\d{2}))?[ \t\u3000]+(?<what>放假|上班)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
