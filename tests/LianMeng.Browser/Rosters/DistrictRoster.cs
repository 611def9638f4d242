namespace LianMeng.Browser.Rosters;

/// <summary>A roster as a district's office keeps it: title and unit rows, own order of columns, a sum at the end, and mistakes. All firms are invented.</summary>
internal static class DistrictRoster
{
    public const string FileName = "璧山区铝产业链企业名册.xlsx";

    /// <summary>Makes what is asked for in the journey.</summary>
    public const string IngotMaker = "重庆砺镕再生铝业有限公司";

    /// <summary>Has no code: kept, out of figures.</summary>
    public const string WithoutCode = "璧山区青杠铝材经营部";

    public const int New = 7;
    public const int AwaitingCode = 1;
    public const int Rejected = 3;

    /// <summary>Excel kept 15 digits of this code; the cell shows 9.15E+17.</summary>
    public const string BrokenByExcel = "重庆錾川模具有限公司";

    public const string WrongCheckCharacter = "重庆铎宁铝模板有限公司";

    public static byte[] Write()
    {
        object?[][] rows =
        [
            ["璧山区铝产业链企业名册（2026年）"],
            ["填表单位：璧山区产业链联盟秘书处", null, null, null, null, "填表日期：2026年11月"],
            ["序号", "企业名称", "统一社会信用代码", "主营产品", "采购产品", "行业代码", "从业人员", "营业收入(亿元)", "资产总额(万元)", "园区/镇街", "数据年份", "备注"],
            [1, IngotMaker, InventedCode.Of("91500120MA5BQLR1"), "再生铝合金锭（ADC12、A380）；铝渣", "废铝；硅", "3240", 168, 4.2, 21000, "璧山高新区", 2025, null],
            [2, "重庆岱溶压铸有限公司", InventedCode.Of("91500120MA5BQLR2"), "电机壳体压铸件；变速箱壳体", "铝合金锭 ADC12；模具", "3392", 420, 3.6, 28600, "璧山高新区", 2025, "龙头企业"],
            [3, "重庆翊铖轮毂有限公司", InventedCode.Of("91500120MA5BQLR3"), "铝合金轮毂", "A356铝合金液；涂料", "3670", 310, 2.9, 19800, "青杠街道", 2025, null],
            [4, "重庆澜桁铝型材有限公司", InventedCode.Of("91500120MA5BQLR4"), "工业铝型材；门窗铝型材", "铝棒 6063", "3252", 96, 0.85, 6400, "来凤街道", 2025, null],
            [5, "重庆峻砺表面处理有限公司", InventedCode.Of("91500120MA5BQLR5"), "阳极氧化加工；喷涂加工", "硫酸；粉末涂料", "3360", 45, 0.18, 900, "来凤街道", 2025, null],
            [6, "重庆桐汇再生资源有限公司", InventedCode.Of("91500120MA5BQLR6"), "废铝回收；废铝破碎料", null, "4210", 28, 0.62, 1500, "大路街道", 2025, null],
            [7, WithoutCode, null, "铝卷；铝板", null, null, 6, null, null, "青杠街道", 2025, "代码待查"],
            [8, BrokenByExcel, 915001200000000000m, "压铸模具", null, "3525", 60, 0.4, 2200, "璧山高新区", 2025, null],
            [9, WrongCheckCharacter, Broken(InventedCode.Of("91500120MA5BQLR9")), "铝模板", null, "3311", 75, 0.55, 3100, "八塘镇", 2025, null],
            [10, null, InventedCode.Of("91500120MA5BQLQ0"), "铝屑", null, null, 12, 0.05, 200, "八塘镇", 2025, null],
            ["合计", null, null, null, null, null, 1220, 13.35, 83700, null, null, null],
        ];
        return Workbook.Write("名册", rows, "A1:L1", "A2:E2");
    }

    private static string Broken(string code) => code[..17] + (code[17] == '0' ? '1' : '0');
}
