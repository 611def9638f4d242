using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>Units in which things are bought, each in one spelling: prices of one line are compared, so its unit must be certain.</summary>
internal static class BillUnits
{
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["t"] = "吨", ["公吨"] = "吨", ["kg"] = "千克", ["公斤"] = "千克", ["g"] = "克", ["m"] = "米", ["m2"] = "平方米", ["㎡"] = "平方米", ["平米"] = "平方米", ["m3"] = "立方米", ["m³"] = "立方米", ["㎥"] = "立方米", ["方"] = "立方米",
        ["l"] = "升", ["ml"] = "毫升", ["pcs"] = "件", ["pc"] = "件", ["set"] = "套", ["ea"] = "个", ["km"] = "千米", ["公里"] = "千米",
    };

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "吨", "千克", "克", "斤", "米", "千米", "厘米", "毫米", "平方米", "立方米", "升", "毫升", "件", "个", "只", "套", "台", "支", "根", "条", "块", "片", "张", "卷", "盘", "桶", "瓶", "袋", "包", "箱", "盒", "托", "副", "对", "双", "组", "批", "辆", "架", "把", "粒", "颗",
        "枚", "节", "份", "车", "樘", "座", "扇", "束", "令", "次", "项", "工时", "千瓦时", "万件", "万个", "万只", "千件", "千只", "万套", "万台", "万片", "万米", "万支", "千个", "万平方米",
    };

    /// <summary>What a person may write, for messages.</summary>
    public const string Examples = "吨、千克、件、个、只、套、台、支、米、平方米、升、桶、箱、卷、张 等";

    /// <returns>the unit in its one spelling; null when it is unknown</returns>
    public static string? Read(string text)
    {
        var unit = ImportText.ToHalfWidth(ImportText.Clean(text)).Replace(" ", "", StringComparison.Ordinal);
        return Known.Contains(unit) ? unit : Spellings.GetValueOrDefault(unit);
    }
}
