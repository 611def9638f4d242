namespace LianMeng.Shared.Ui;

/// <summary>
/// Instants as people in China read them. The whole country has kept UTC+8 without summer time since 1992, so the offset
/// is fixed and no time zone database is needed.
/// </summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>What a clock in China shows at a UTC instant.</summary>
    public static DateTime Local(DateTime utc) => utc + Offset;

    /// <summary>The day it is in China at a UTC instant.</summary>
    public static DateOnly Today(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The UTC instant at which a day begins in China.</summary>
    public static DateTime StartOf(DateOnly day) => day == DateOnly.MinValue ? DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc) : DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - Offset, DateTimeKind.Utc);

    /// <summary>2026年11月22日, from a UTC instant.</summary>
    public static string Date(DateTime utc) => Date(DateOnly.FromDateTime(Local(utc)));

    /// <summary>2026年11月22日.</summary>
    public static string Date(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>2026年11月22日 20:05, from a UTC instant.</summary>
    public static string DateAndTime(DateTime utc) => $"{Date(utc)} {Local(utc):HH:mm}";
}
