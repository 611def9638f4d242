using System.Globalization;
using System.Text.RegularExpressions;

namespace LianMeng.Engine.Matching;

/// <summary>The day that a sentence names: 12月15日前, 2027年1月底, 月底前.</summary>
internal static partial class SaidDay
{
    /// <summary>null when none is said, when it is no day, or past</summary>
    public static DateOnly? Of(string said, DateOnly today)
    {
        if (Days().Match(said) is { Success: true } match)
        {
            var month = Number(match, "month");
            if (month is < 1 or > 12) return null;
            var year = match.Groups["year"].Success ? Number(match, "year") : month < today.Month ? today.Year + 1 : today.Year;
            if (year < today.Year || year > today.Year + 5) return null;
            var last = DateTime.DaysInMonth(year, month);
            var day = match.Groups["day"].Success ? Number(match, "day") : match.Groups["part"].Value switch { "初" => 5, "上旬" => 10, "中旬" => 20, _ => last };
            return day < 1 || day > last || new DateOnly(year, month, day) < today ? null : new DateOnly(year, month, day);
        }

        if (said.Contains("月底前", StringComparison.Ordinal) || said.Contains("月底之前", StringComparison.Ordinal)) return new(today.Year, today.Month, DateTime.DaysInMonth(today.Year, today.Month));
        if (said.Contains("年底前", StringComparison.Ordinal) || said.Contains("年底之前", StringComparison.Ordinal)) return new(today.Year, 12, 31);
        return null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"((?<year>20\d{2})年)?(?<!\d)(?<month>\d{1,2})月(份?(?<part>底|末|初|上旬|中旬|下旬)|(?<day>\d{1,2})[日号])")]
    private static partial Regex Days();
}
