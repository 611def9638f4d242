namespace LianMeng.Shared.Jobs;

/// <summary>The usual cron expressions as a person says them; an unusual one as it is written.</summary>
public static class CronWords
{
    private static readonly Dictionary<string, string> Days = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SUN"] = "周日", ["MON"] = "周一", ["TUE"] = "周二", ["WED"] = "周三", ["THU"] = "周四", ["FRI"] = "周五", ["SAT"] = "周六",
        ["MON-FRI"] = "周一至周五",
    };

    public static string Of(string cron)
    {
        if (cron.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not ["0", var minute, var hour, var day, "*", var weekday, ..]) return cron;
        var every = (day, weekday) switch
        {
            ("*", "?") or ("?", "*") => "每天",
            ("?", var name) when Days.TryGetValue(name, out var words) => words.Length == 2 ? "每" + words : words,
            (var number, "?") when int.TryParse(number, out var n) => $"每月 {n} 日",
            _ => null,
        };
        return (every, minute, hour) switch
        {
            (null, _, _) => cron,
            ("每天", "*", "*") => "每分钟",
            ("每天", ['0', '/', .. var step], "*") when int.TryParse(step, out var minutes) => $"每 {minutes} 分钟",
            ("每天", var m, "*") when int.TryParse(m, out var minutes) => $"每小时的第 {minutes} 分",
            (var days, var m, var h) when int.TryParse(m, out var minutes) && int.TryParse(h, out var hours) => $"{days} {hours:00}:{minutes:00}",
            _ => cron,
        };
    }
}
