using System.Globalization;

namespace LianMeng.Browser.Rosters;

/// <summary>The files of a secretary's year: firms, three of them entered twice, the members of an alliance, the firms' Party branches. All are invented.</summary>
internal static class YearRosters
{
    public const string AllianceName = "璧山铝产业链党建联盟";

    /// <summary>In the order of their joining, which is the order of the chair; the last two are named in the approval.</summary>
    public static IReadOnlyList<string> Members { get; } =
        ["重庆砺镕再生铝业有限公司", "重庆岱溶压铸有限公司", "重庆翊铖轮毂有限公司", "重庆澜桁铝型材有限公司", "重庆峻砺表面处理有限公司", "重庆桐汇再生资源有限公司"];

    /// <summary>How many of <see cref="Members"/> come from the file and have a Party branch, so that they can take the chair.</summary>
    public const int FromFile = 4;

    /// <summary>As a hurried clerk would have entered the first three once more, without codes: the place is lost, the legal form is another.</summary>
    public static IReadOnlyList<string> EnteredTwice { get; } = ["砺镕再生铝业有限公司", "重庆岱溶压铸厂", "重庆翊铖轮毂有限责任公司"];

    public static string CodeOf(int member) => InventedCode.Of($"91500120MA5BQLY{member + 1}");

    public static byte[] Firms()
    {
        (int Staff, double Revenue, string Makes)[] known =
            [(168, 42000, "再生铝合金锭"), (420, 36000, "电机壳体压铸件"), (310, 29000, "铝合金轮毂"), (96, 8500, "工业铝型材"), (45, 1800, "阳极氧化加工"), (60, 6200, "废铝回收")];
        object?[][] rows =
        [
            ["企业名称", "统一社会信用代码", "主营产品", "行业代码", "从业人员", "营业收入(万元)"],
            .. Members.Select((name, i) => new object?[] { name, CodeOf(i), known[i].Makes, "3252", known[i].Staff, known[i].Revenue }),
            .. EnteredTwice.Select(name => new object?[] { name, null, null, null, null, null }),
        ];
        return Workbook.Write("名册", rows);
    }

    /// <param name="today">they joined a month apart, the last more than a year ago: all are due for review</param>
    public static byte[] Memberships(DateOnly today)
    {
        object?[][] rows =
        [
            ["成员单位", "联盟", "加入日期", "说明"],
            .. Members.Take(FromFile).Select((name, i) => new object?[] { name, AllianceName, today.AddMonths(i - 20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "成立大会签约" }),
        ];
        return Workbook.Write("成员", rows);
    }

    public static byte[] PartyBranches()
    {
        object?[][] rows =
        [
            ["党组织名称", "类型", "覆盖单位", "正式党员", "预备党员"],
            .. Members.Take(FromFile).Select((name, i) => new object?[] { $"中共{name}支部委员会", "党支部", name, 5 + i, 1 }),
        ];
        return Workbook.Write("党组织", rows);
    }
}
