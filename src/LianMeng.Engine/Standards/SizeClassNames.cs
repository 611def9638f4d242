namespace LianMeng.Engine.Standards;

/// <summary>The Chinese words for the size classes.</summary>
public static class SizeClassNames
{
    /// <summary>大型, 中型, 小型, 微型, 未知 or 不适用.</summary>
    public static string ToChinese(this SizeClass size) => size switch
    {
        SizeClass.Large => "大型",
        SizeClass.Medium => "中型",
        SizeClass.Small => "小型",
        SizeClass.Micro => "微型",
        SizeClass.NotApplicable => "不适用",
        _ => "未知",
    };
}
