namespace LianMeng.Engine.Calendar;

/// <summary>The hours of business of a working day, in Chinese time, by whole minutes. Close of business is the end of the afternoon.</summary>
public sealed record WorkHours
{
    private WorkHours(TimeOnly morningFrom, TimeOnly morningTo, TimeOnly afternoonFrom, TimeOnly afternoonTo)
        => (MorningFrom, MorningTo, AfternoonFrom, AfternoonTo) = (morningFrom, morningTo, afternoonFrom, afternoonTo);

    /// <summary>09:00–12:00 and 14:00–18:00.</summary>
    public static WorkHours Default { get; } = new(new(9, 0), new(12, 0), new(14, 0), new(18, 0));

    public TimeOnly MorningFrom { get; }

    public TimeOnly MorningTo { get; }

    public TimeOnly AfternoonFrom { get; }

    public TimeOnly AfternoonTo { get; }

    /// <summary>Working minutes of a whole day.</summary>
    public int MinutesADay => Morning + Of(AfternoonTo) - Of(AfternoonFrom);

    private int Morning => Of(MorningTo) - Of(MorningFrom);

    /// <summary>Null with a Chinese reason when the four times are no working day.</summary>
    public static WorkHours? TryOf(TimeOnly morningFrom, TimeOnly morningTo, TimeOnly afternoonFrom, TimeOnly afternoonTo, out string? error)
    {
        TimeOnly[] times = [morningFrom, morningTo, afternoonFrom, afternoonTo];
        error = Array.Exists(times, time => time.Ticks % TimeSpan.TicksPerMinute != 0) ? "工作时间请精确到分钟，不要带秒。"
            : morningFrom >= morningTo ? "上午下班时间应晚于上午上班时间。"
            : afternoonFrom < morningTo ? "下午上班时间不能早于上午下班时间。"
            : afternoonFrom >= afternoonTo ? "下午下班时间应晚于下午上班时间。"
            : null;
        return error is null ? new(morningFrom, morningTo, afternoonFrom, afternoonTo) : null;
    }

    /// <exception cref="ArgumentException">the four times are no working day</exception>
    public static WorkHours Of(TimeOnly morningFrom, TimeOnly morningTo, TimeOnly afternoonFrom, TimeOnly afternoonTo)
        => TryOf(morningFrom, morningTo, afternoonFrom, afternoonTo, out var error) ?? throw new ArgumentException(error, nameof(morningFrom));

    /// <summary>Working minutes of the day that are over at a minute of it (0–1440).</summary>
    internal int Passed(int minute)
        => Math.Clamp(minute - Of(MorningFrom), 0, Morning) + Math.Clamp(minute - Of(AfternoonFrom), 0, MinutesADay - Morning);

    /// <summary>The first minute of the day at which so many working minutes are over.</summary>
    internal int MinuteAt(int passed) => passed <= Morning ? Of(MorningFrom) + passed : Of(AfternoonFrom) + passed - Morning;

    private static int Of(TimeOnly time) => (int)(time.Ticks / TimeSpan.TicksPerMinute);
}
