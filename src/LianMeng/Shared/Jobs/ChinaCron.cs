using Quartz;

namespace LianMeng.Shared.Jobs;

/// <summary>Cron expressions on a clock in China: a fixed eight hours ahead, so no time zone database is needed.</summary>
public static class ChinaCron
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.CreateCustomTimeZone("UTC+08:00", TimeSpan.FromHours(8), "China", "China");

    /// <summary>How far back the last due time is looked for; a job that runs more rarely is not made good.</summary>
    private static readonly TimeSpan[] Windows = [TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(32), TimeSpan.FromDays(366)];

    /// <summary>The last instant (UTC) not after <paramref name="now"/> for which the expression was due, or null.</summary>
    public static DateTime? LastDue(string cron, DateTime now)
    {
        var expression = new CronExpression(cron, Zone);
        var until = new DateTimeOffset(now, TimeSpan.Zero);
        foreach (var window in Windows)
        {
            DateTimeOffset? last = null;
            for (var at = expression.GetNextValidTimeAfter(until - window); at is { } due && due <= until; at = expression.GetNextValidTimeAfter(due)) last = due;
            if (last is { } found) return found.UtcDateTime;
        }

        return null;
    }

    /// <summary>The next instant (UTC) after <paramref name="now"/>, or null when there is none.</summary>
    public static DateTime? NextDue(string cron, DateTime now) => new CronExpression(cron, Zone).GetNextValidTimeAfter(new DateTimeOffset(now, TimeSpan.Zero))?.UtcDateTime;
}
