using LianMeng.Engine.Calendar;

namespace LianMeng.Bench;

/// <summary>The peer of the clocks: working time by walking the days one after another and asking a table of each.</summary>
sealed class DayWalk(IEnumerable<CalendarDay> published)
{
    readonly Dictionary<DateOnly, bool> off = published.GroupBy(day => day.Day).ToDictionary(days => days.Key, days => days.Last().IsOff);

    public DateTime Limit(DateTime from, int days)
    {
        var day = DateOnly.FromDateTime(from);
        while (days > 0)
        {
            day = day.AddDays(1);
            if (IsWorking(day)) days--;
        }

        return day.ToDateTime(new(18, 0));
    }

    public DateTime CloseOf(DateOnly day)
    {
        while (!IsWorking(day)) day = day.AddDays(1);
        return day.ToDateTime(new(18, 0));
    }

    public int Minutes(DateTime from, DateTime to)
    {
        var minutes = 0;
        for (var day = DateOnly.FromDateTime(from); day <= DateOnly.FromDateTime(to); day = day.AddDays(1))
        {
            if (IsWorking(day)) minutes += Part(day, 9, 12, from, to) + Part(day, 14, 18, from, to);
        }

        return minutes;
    }

    public DateTime Add(DateTime from, int minutes)
    {
        if (minutes == 0) return from;
        for (var day = DateOnly.FromDateTime(from); ; day = day.AddDays(1))
        {
            if (!IsWorking(day)) continue;
            foreach (var (start, end) in new[] { (9, 12), (14, 18) })
            {
                var (a, b) = (day.ToDateTime(new(start, 0)), day.ToDateTime(new(end, 0)));
                if (a < from) a = from;
                var here = (int)Math.Max(0, (b - a).TotalMinutes);
                if (here >= minutes) return a.AddMinutes(minutes);
                minutes -= here;
            }
        }
    }

    bool IsWorking(DateOnly day) => off.TryGetValue(day, out var isOff) ? !isOff : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    static int Part(DateOnly day, int start, int end, DateTime from, DateTime to)
    {
        var (a, b) = (day.ToDateTime(new(start, 0)), day.ToDateTime(new(end, 0)));
        if (a < from) a = from;
        if (b > to) b = to;
        return (int)Math.Max(0, (b - a).TotalMinutes);
    }
}
