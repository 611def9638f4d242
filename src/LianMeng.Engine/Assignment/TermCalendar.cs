namespace LianMeng.Engine.Assignment;

/// <summary>Terms of a whole number of months that lie on the year: quarters for 3.</summary>
public static class TermCalendar
{
    /// <summary>A term that begins in the middle of its period must last this many days; else it lasts until the end of the one after.</summary>
    public const int LeastDays = 30;

    /// <summary>The next term to be given: after the last one that is given, else from today on.</summary>
    /// <param name="lastDay">the last day of the last term that was or is served; null when there was none</param>
    /// <param name="months">1, 2, 3, 4, 6 or 12; others do not lie on the year and count from January</param>
    public static (DateOnly From, DateOnly To) Next(DateOnly today, DateOnly? lastDay, int months)
    {
        var from = lastDay is { } last && last >= today ? last.AddDays(1) : today;
        var to = EndOfPeriod(from, months);
        return (from, to.DayNumber - from.DayNumber + 1 < LeastDays ? EndOfPeriod(to.AddDays(1), months) : to);
    }

    private static DateOnly EndOfPeriod(DateOnly day, int months)
    {
        var first = new DateOnly(day.Year, 1, 1).AddMonths((day.Month - 1) / months * months);
        var end = first.AddMonths(months).AddDays(-1);
        var yearEnd = new DateOnly(day.Year, 12, 31);
        return months <= 12 && end > yearEnd ? yearEnd : end;
    }
}
