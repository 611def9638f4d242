using System.Text.RegularExpressions;

namespace LianMeng.Engine.Matching;

/// <summary>Finds the amounts, sizes, dates and telephone numbers of a normalised text: they are said beside a product and must never match one.</summary>
static partial class Quantities
{
    /// <summary>Marks every character that belongs to one.</summary>
    public static bool[] Mark(string normalised)
    {
        var marks = new bool[normalised.Length];
        foreach (var pattern in new[] { Dates(), Sizes(), Counts(), ChineseCounts(), Telephones() })
            foreach (var match in pattern.EnumerateMatches(normalised))
                marks.AsSpan(match.Index, match.Length).Fill(true);
        return marks;
    }

    [GeneratedRegex(@"\d{4}年(\d{1,2}月份?)?(\d{1,2}[日号])?|(?<!\d)\d{1,2}月(份|底|初|中旬|上旬|下旬)?(\d{1,2}[日号])?之?前?|(?<![\d.])\d{1,2}[日号]之?前|第?[一二三四]季度|[上下本这今明去后]个?(月|年|周|季度)(底|初|末)?之?前?|[年月]([底末]|初|中旬)之?前?|(春节|国庆|五一|中秋|元旦|节)[前后]")]
    private static partial Regex Dates();

    // 1220x2440mm, φ50, ±0.02, 99.7%, 3-5mm
    [GeneratedRegex(@"(?<=m\d{1,2})[x*]\d+(\.\d+)?(mm)?|(?<![a-z0-9])φ?\d+(\.\d+)?(mm|cm|m)?([x*]\d+(\.\d+)?(mm|cm|m)?)+|φ\d+(\.\d+)?(mm)?|±\d+(\.\d+)?(mm|%)?|[<>≥≤]=?\d+(\.\d+)?|\d+(\.\d+)?(-\d+(\.\d+)?)?[%‰]")]
    private static partial Regex Sizes();

    [GeneratedRegex(@"(?<![a-z0-9.\-])\d+(\.\d+)?\s*([-至到]\s*\d+(\.\d+)?)?\s*[万千百亿多余来几]*\s*(吨|公斤|千克|克拉|克|斤|kg|t|g|mg|件套|件|套|台|份|架(?!子|空)|个月|个|只|支|颗|粒|米|公里|平方米|平方|平米|立方米|立方|方(?!管|钢|形)|升|毫升|元|块|箱|批|卷(?!材|板|帘|管|筒|闸)|片(?!材|剂|碱)|张(?!力)|根|条(?!形|码)|辆|车(?!间|床|轮|用|身|架|载|灯)|桶|瓶|袋|包(?!装)|盒|副(?!产)|对|双(?!面|层)|家(?!具|电|居)|名|人(?!造|工)|亩|kwh|kva|kw|mw|mpa|μm|um|微米|毫米|厘米|公分|ah|mah|平(?!台|板|衡|面)|mm|cm|m2|m3|m|km|l|ml|kv|v|a|w|hz|rpm|丝(?!网|杆)|年|天|周|小时|季度|期|万|亿)(\s*/\s*(月|年|天|日|周|吨|件|个|t|kg|m2|平方米|批))?(?![a-z0-9])")]
    private static partial Regex Counts();

    [GeneratedRegex(@"[一二两三四五六七八九十百千万几数半]+[多余来]?(吨|公斤|台|套|批(?!发)|家(?!具|电|居)|辆|箱|车(?!间|床|轮|用|身|架|载|灯)|份|架(?!子|空)|个月|个|天(?!然|线)|年|件(?!套)|种|款)|[一两几](条(?!码|形|钢)|块(?!煤)|张(?!力)|支|只|把|卷(?!材)|名|位|点|些|槽车)")]
    private static partial Regex ChineseCounts();

    [GeneratedRegex(@"(?<!\d)1\d{10}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|(?<![a-z0-9.\-])\d{5,}(?![a-z0-9\-])")]
    private static partial Regex Telephones();
}
