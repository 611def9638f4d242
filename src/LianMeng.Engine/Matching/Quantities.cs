using System.Text.RegularExpressions;

namespace LianMeng.Engine.Matching;

/// <summary>Finds the amounts, sizes, measures, dates, telephone numbers and remarks on them ("件不大") of a normalised text: they are said beside a product and must never match one.</summary>
static partial class Quantities
{
    /// <summary>Marks every character that belongs to one.</summary>
    public static bool[] Mark(string normalised)
    {
        var marks = new bool[normalised.Length];
        foreach (var pattern in new[] { Dates(), Sizes(), Counts(), ChineseCounts(), Telephones(), Measures(), Bounds(), Remarks() })
            foreach (var match in pattern.EnumerateMatches(normalised))
                marks.AsSpan(match.Index, match.Length).Fill(true);
        return marks;
    }

    [GeneratedRegex(@"\d{4}年(\d{1,2}月(份|底|初|中旬|上旬|下旬)?)?(\d{1,2}[日号])?之?前?|(?<!\d)\d{1,2}月(份|底|初|中旬|上旬|下旬)?(\d{1,2}[日号])?之?前?|(?<![\d.])\d{1,2}[日号]之?前|第?[一二三四]季度|[上下本这今明去后]个?(月|年|周|季度)(底|初|末)?之?前?|[年月]([底末]|初|中旬)之?前?|(春节|国庆|五一|中秋|元旦|节)[前后]")]
    private static partial Regex Dates();

    // 1220x2440mm, φ50, ±0.02, 99.7%, 3-5mm
    [GeneratedRegex(@"(?<=m\d{1,2})[x*]\d+(\.\d+)?(mm)?|(?<![a-z0-9])φ?\d+(\.\d+)?(mm|cm|m)?([x*]\d+(\.\d+)?(mm|cm|m)?)+|φ\d+(\.\d+)?(mm)?|±\d+(\.\d+)?(mm|%)?|[<>≥≤]=?\d+(\.\d+)?|[硅铁铜镁锰锌钛镍铬锶]?(含量)?\d+(\.\d+)?(-\d+(\.\d+)?)?[%‰]")]
    private static partial Regex Sizes();

    [GeneratedRegex(@"(?<![a-z0-9.\-])(?![1-8]\d(?!00)\d\da(?![a-z0-9]))\d+(\.\d+)?\s*([-至到]\s*\d+(\.\d+)?)?\s*[万千百亿多余来几]*\s*(吨|顿|公斤|千克|克拉|克|斤|kg|t|g|mg|件套|件|套|台|份|架(?!子|空)|个月|个|只|支|颗|粒|米|公里|平方米|平方|平米|立方米|立方|方(?!管|钢|形)|升|毫升|元|块|箱|批|卷(?!材|板|帘|管|筒|闸)|片(?!材|剂|碱)|张(?!力)|根|条(?!形|码)|辆|车(?!间|床|轮|用|身|架|载|灯)|桶|瓶|袋|包(?!装)|盒|副(?!产)|对|双(?!面|层)|家(?!具|电|居)|名|人(?!造|工)|亩|kwh|kva|kw|mw|mpa|μm|um|微米|毫米|厘米|公分|ah|mah|平(?!台|板|衡|面)|mm|cm|m2|m3|m|km|l|ml|kv|v|a|w|hz|rpm|丝(?!网|杆)|年|天|周|小时|季度|期|万|亿)(\s*/\s*(月|年|天|日|周|吨|件|个|t|kg|m2|平方米|批))?(?![a-z0-9])")]
    private static partial Regex Counts();

    [GeneratedRegex(@"[一二两三四五六七八九十百千万几数半]+[多余来]?(吨|顿|公斤|台|套|批(?!发)|家(?!具|电|居)|辆|箱|车(?!间|床|轮|用|身|架|载|灯)|份|架(?!子|空)|个月|个|天(?!然|线)|年|件(?!套)|种|款)|[一两几](条(?!码|形|钢)|块(?!煤)|张(?!力)|支|只|把|卷(?!材)|名|位|点|些|槽车)")]
    private static partial Regex ChineseCounts();

    [GeneratedRegex(@"(?<!\d)1\d{10}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|(?<![a-z0-9.\-])\d{5,}(?![a-z0-9\-])")]
    private static partial Regex Telephones();

    // 膜厚12个u以上, 壁厚不小于3mm, 盐雾480小时, PCD 5x114.3, et38, 18寸
    [GeneratedRegex(@"(膜厚|直径|长度|宽度|高度|幅宽|宽幅|壁厚|板厚|厚度|料厚|厚|孔距|孔径|外径|内径|线径|公差|精度|粗糙度|平面度|直线度|平行度|垂直度|同轴度|圆度|跳动|硬度|盐雾|抗拉强度|抗拉|屈服强度|屈服|延伸率|伸长率|附着力|光泽度|光泽|色差|水分|导热系数|导热率|导热|耐压|气密|漏率|偏距|中心距|(?<![a-z0-9])(pcd|et|cb|ra))(度|性|测试|实验|试验)?(要求|要|得|必须|需|须|控制|保证|做)?(在|到|达到|达|为|是)?(不(得|能|要)?(超过|大于|高于|低于|小于|少于|超|低|小|少|大|高)于?|大于|小于|高于|低于|超过|至少|最少|最大|最小|正负|上下|[±≥≤<>:：=-])*\s*[φ±]?\d+(\.\d+)?([x*/-]\d+(\.\d+)?)*\s*(个?(u|μ|um|μm|丝|道|条|微米|毫米|厘米|mm|cm|m|度|hb|hv|hrc|mpa|小时|个小时|h|级|kg|公斤|吨|w|v|%|‰|ppm)(?![a-z0-9]))?(以上|以下|以内|左右|之内|之间)?|(?<![a-z0-9.\-])\d+(\.\d+)?\s*(个?(u|μ|um|丝|道)|h|hb|hv|hrc|寸|英寸|吋|目|孔|j)(?![a-z0-9])(以上|以下|以内|左右)?")]
    private static partial Regex Measures();

    // 不超0.12, 铁不高于0.8%
    [GeneratedRegex(@"((?<=^|[,.;!?:，。；、\s])[\u4e00-\u9fff]{1,4}?)?(不(得|能|要)?(超过|大于|高于|低于|小于|少于|超|低于?|小于?|少于?)|大于|小于|高于|低于|超过|至少|最少|控制在)\s*\d+(\.\d+)?\s*([%‰]|(mm|cm|m|kg|t|um|μm|u|吨|个|件|公斤|毫米|丝|小时|天|度)(?![a-z0-9]))?")]
    private static partial Regex Bounds();

    // 件不大, 量有点多, 工期很赶
    [GeneratedRegex(@"(?<=^|[，。；,.;!?:、\s])(件|个头|数量|用量|量|批量|货|单子|尺寸|体积|要求|价格|工期|时间|交期|货期|活|活儿)(也|都|就|又|倒)?(不算|不是|不|很|比较|有点|有些|挺|蛮|特别|非常|还|稍微|略|太)*(大|小|多|少|高|低|急|紧|重|轻|复杂|简单|赶)(点|些|了|的|哈|哦)?(?=$|[，。；,.;!?:、\s])")]
    private static partial Regex Remarks();
}
