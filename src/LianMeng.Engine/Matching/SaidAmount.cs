using System.Globalization;
using System.Text.RegularExpressions;

namespace LianMeng.Engine.Matching;

/// <summary>The amount that a sentence says, in figures or in Chinese numerals: 每月200吨, 两千件, 年需1.5万套, 100到200吨/月 (the larger).</summary>
/// <param name="Quantity">in <paramref name="Unit"/></param>
/// <param name="Unit">with the period: 吨/月</param>
/// <param name="BareUnit">without it</param>
internal sealed partial record SaidAmount(decimal Quantity, string Unit, string BareUnit)
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["t"] = "吨", ["顿"] = "吨", ["kg"] = "公斤", ["千克"] = "公斤", ["平米"] = "平方米", ["平方"] = "平方米", ["m2"] = "平方米", ["立方"] = "立方米", ["m3"] = "立方米", ["m"] = "米", ["只"] = "只",
    };

    /// <summary>The first amount of a thing that is no size and no price; null when none is said.</summary>
    public static SaidAmount? Of(string said)
    {
        foreach (Match match in Amounts().Matches(said))
        {
            if (NumberOf(match.Groups["most"].Success ? match.Groups["most"].Value : match.Groups["n"].Value) is not { } number) continue;
            number *= match.Groups["times"].Value switch { "千" => 1_000m, "万" => 10_000m, "百万" => 1_000_000m, "千万" => 10_000_000m, "亿" => 100_000_000m, _ => 1m };
            if (number is <= 0 or > 1_000_000_000_000m) continue;
            var bare = match.Groups["unit"].Value;
            bare = Units.GetValueOrDefault(bare, bare);
            var period = PeriodOf(match.Groups["before"].Value) ?? PeriodOf(match.Groups["after"].Value);
            return new(number, period is null ? bare : $"{bare}/{period}", bare);
        }

        return null;
    }

    private static string? PeriodOf(string said)
        => said.Contains('月', StringComparison.Ordinal) ? "月" : said.Contains('年', StringComparison.Ordinal) ? "年" : said.Contains('天', StringComparison.Ordinal) || said.Contains('日', StringComparison.Ordinal) ? "天" : said.Contains('周', StringComparison.Ordinal) ? "周" : null;

    /// <summary>200, 1.5, 1,200, 两百五十, 半.</summary>
    internal static decimal? NumberOf(string text)
    {
        if (decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        if (text == "半") return 0.5m;
        decimal whole = 0, part = 0, digit = 0;
        var seen = false;
        foreach (var c in text)
        {
            if ("零一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is >= 0 and var value) (digit, seen) = (value, true);
            else if (c is '两' or '俩') (digit, seen) = (2, true);
            else if (c is '十' or '百' or '千')
            {
                part += (digit == 0 && !seen ? 1 : digit) * (c == '十' ? 10 : c == '百' ? 100 : 1_000);
                (digit, seen) = (0, true);
            }
            else if (c is '万' or '亿')
            {
                whole = (whole + part + digit) * (c == '万' ? 10_000 : 100_000_000);
                (part, digit) = (0, 0);
            }
            else return null;
        }

        return seen ? whole + part + digit : null;
    }

    // Sizes (1220x2440mm), prices (元) and times are no amounts; the longer unit comes first.
    [GeneratedRegex(@"(?<before>(每|按|年|月|日|周|天)?(个)?(月|年|天|日|周|季度)?(需求?量?|用量?|产能?|供应?量?|采购?量?|消耗量?|均)?(大概|大约|约为?|不少于|不低于|至少|左右|需要?|要|用|采购|:)*\s*)(?<![a-z0-9.xφ*#-])(?<n>\d[\d,]*(\.\d+)?|[零一二两三四五六七八九十百千]+万?|半)\s*([-~至到]\s*(?<most>\d+(\.\d+)?))?\s*[多余来几]?(?<times>千万|百万|亿|万|千)?[多余]?\s*个?(?<unit>公斤|千克|平方米|平米|平方|立方米|立方|吨|顿|kg|kwh|千瓦时|件套|套|件|台|只|支|辆|根|条(?!形|码)|片|块|卷|箱|桶|袋|瓶|张|副|对|双|米|升|人|名|批|车|t|m2|m3)(?![a-z0-9])(?!/?元)(\s*[/每](?<after>个?月|年|天|日|周)|(?<after>左右)|(?<after>以上))?")]
    private static partial Regex Amounts();
}
