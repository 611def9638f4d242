namespace LianMeng.Engine.Calendar;

/// <summary>
/// Working time in China: Monday to Friday, changed by the published days (holidays and 调休), in the hours of business.
/// Instants are <see cref="DateTimeOffset"/> of any offset; a day is a day in China, fixed at +08:00 (no summer time since 1991), and so are the instants given back.
/// Years without a published notice follow the plain week: what reaches into them is provisional (暂定).
/// </summary>
/// <remarks>
/// A working minute counts once it is over, and an instant is taken at its full minute: so Minutes(a, b) + Minutes(b, c) = Minutes(a, c) always.
/// Whether something is late is asked of the instants themselves: 18:00:00 is in time, 18:00:01 is not.
/// All questions are answered from counts prepared once (O(1); O(log n) outside the published years), because boards replay a hundred thousand cases.
/// </remarks>
public sealed class WorkCalendar
{
    /// <summary>China's one time zone.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>A dispute that comes at this time or later is ruled on the next working day.</summary>
    public static readonly TimeOnly RulingBefore = new(15, 0);

    private readonly Dictionary<int, CalendarDay> known;
    private readonly int first;
    private readonly int[] before; // working days before first + i
    private readonly int[] working; // the working days from first on, as day numbers

    /// <param name="published">the days of the notices; a later entry for the same day replaces an earlier one, so that corrections come last</param>
    /// <param name="lastPublishedYear">the last year whose notice is out; null: the year of the last day given (a notice may name a day or two of the next year, so say it where it is known)</param>
    public WorkCalendar(WorkHours hours, IEnumerable<CalendarDay> published, int? lastPublishedYear = null)
    {
        Hours = hours;
        known = [];
        foreach (var day in published) known[day.Day.DayNumber] = day;
        Days = [.. known.Values.OrderBy(day => day.Day)];
        LastPublishedYear = lastPublishedYear ?? (Days.Count == 0 ? 0 : Days[^1].Day.Year);
        if (Days.Count == 0)
        {
            (first, before, working) = (0, [0], []);
            return;
        }

        first = Days[0].Day.DayNumber;
        var count = Days[^1].Day.DayNumber - first + 1;
        before = new int[count + 1];
        before[0] = Weekdays(first);
        var list = new List<int>(count);
        for (var i = 0; i < count; i++)
        {
            var isWorking = IsWorking(first + i);
            if (isWorking) list.Add(first + i);
            before[i + 1] = before[i] + (isWorking ? 1 : 0);
        }

        working = [.. list];
    }

    public WorkHours Hours { get; }

    /// <summary>The published days in order.</summary>
    public IReadOnlyList<CalendarDay> Days { get; }

    /// <summary>The last year whose notice is out; 0 when none is.</summary>
    public int LastPublishedYear { get; }

    /// <summary>The day in China.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDayNumber(Minute(instant).Day);

    public bool IsWorkingDay(DateOnly day) => IsWorking(day.DayNumber);

    /// <summary>What the notice says of the day; null on a plain day.</summary>
    public CalendarDay? Published(DateOnly day) => known.GetValueOrDefault(day.DayNumber);

    /// <summary>
    /// The limit of N working days: the day of the event does not count (民法典 201), the limit is the close of business of the Nth working day after it (203).
    /// 0 means the day itself, or the next working day when it is none.
    /// </summary>
    public DateTimeOffset Limit(DateTimeOffset from, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var day = Minute(from).Day;
        return workingDays == 0 ? CloseOf(DateOnly.FromDayNumber(day)) : Close(Nth(Before(day + 1) + workingDays - 1));
    }

    /// <summary>Close of business of the day; of the next working day when it is a day off (民法典 203).</summary>
    public DateTimeOffset CloseOf(DateOnly day) => Close(Nth(Before(day.DayNumber)));

    /// <summary>Working minutes between two instants; negative when the second comes first.</summary>
    public int Minutes(DateTimeOffset from, DateTimeOffset to) => (int)(Position(to) - Position(from));

    /// <summary>The first instant at which so many working minutes are over since then: 17:59 and one minute is 18:00 of the day, not 09:00 of the next.</summary>
    public DateTimeOffset Add(DateTimeOffset from, int minutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        if (minutes == 0) return from;
        var target = Position(from) + minutes;
        var day = (int)((target - 1) / Hours.MinutesADay);
        return At(Nth(day), Hours.MinuteAt((int)(target - ((long)day * Hours.MinutesADay))));
    }

    /// <summary>A dispute is ruled on the same working day; on the next one if it came at 15:00 or later, or on a day off.</summary>
    public DateTimeOffset RulingLimit(DateTimeOffset from)
    {
        var (day, minute) = Minute(from);
        return IsWorking(day) && minute < RulingBefore.Ticks / TimeSpan.TicksPerMinute ? Close(day) : Limit(from, 1);
    }

    /// <summary>Whether the limit reaches beyond the last published year, so that a coming notice may move it.</summary>
    public bool IsProvisional(DateTimeOffset limit) => DayOf(limit).Year > LastPublishedYear;

    private static (int Day, int Minute) Minute(DateTimeOffset instant)
    {
        var minutes = (instant.UtcTicks + Offset.Ticks) / TimeSpan.TicksPerMinute;
        return ((int)(minutes / 1440), (int)(minutes % 1440));
    }

    private static DateTimeOffset At(int day, int minute) => new((day * TimeSpan.TicksPerDay) + (minute * TimeSpan.TicksPerMinute), Offset);

    /// <summary>Weekdays before a day, by the plain week; 0001-01-01 (day 0) was a Monday.</summary>
    private static int Weekdays(int day) => (day / 7 * 5) + Math.Min(day % 7, 5);

    private DateTimeOffset Close(int day) => At(day, (int)(Hours.AfternoonTo.Ticks / TimeSpan.TicksPerMinute));

    private bool IsWorking(int day) => known.TryGetValue(day, out var published) ? !published.IsOff : day % 7 < 5;

    /// <summary>Working minutes that are over at an instant, counted from the beginning of time.</summary>
    private long Position(DateTimeOffset instant)
    {
        var (day, minute) = Minute(instant);
        return ((long)Before(day) * Hours.MinutesADay) + (IsWorking(day) ? Hours.Passed(minute) : 0);
    }

    /// <summary>Working days before a day.</summary>
    private int Before(int day) => day <= first ? Weekdays(day)
        : day - first < before.Length ? before[day - first]
        : before[^1] + Weekdays(day) - Weekdays(first + before.Length - 1);

    /// <summary>The working day with so many working days before it.</summary>
    private int Nth(int index)
    {
        if (index >= before[0] && index < before[^1]) return working[index - before[0]];
        var (low, high) = (0, DateOnly.MaxValue.DayNumber);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Before(middle + 1) > index) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
