namespace LianMeng.Capabilities.Work;

/// <summary>How far a due date is, in words.</summary>
internal static class DueWords
{
    public static string Of(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => "今天到期",
        1 => "明天到期",
        > 1 and var days => $"还有 {days} 天",
        var days => $"已过期 {-days} 天",
    };
}
