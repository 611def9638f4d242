namespace LianMeng.Engine.Standards;

/// <summary>The lower bounds of one indicator in one row of the size method.</summary>
internal sealed record SizeBound(SizeIndicator Indicator, decimal Large, decimal Medium, decimal Small)
{
    /// <summary>Chinese name and unit of the indicator.</summary>
    public (string Name, string Unit) Words => Indicator switch
    {
        SizeIndicator.Staff => ("从业人员", "人"),
        SizeIndicator.Revenue => ("营业收入", "万元"),
        _ => ("资产总额", "万元"),
    };

    /// <summary>The class this value alone would give.</summary>
    public SizeClass ClassOf(decimal value) =>
        value >= Large ? SizeClass.Large : value >= Medium ? SizeClass.Medium : value >= Small ? SizeClass.Small : SizeClass.Micro;

    /// <summary>从业人员 1200 人：达到大型下限 1000.</summary>
    public string Explain(decimal value)
    {
        var start = $"{Words.Name} {value:0.####} {Words.Unit}：";
        return ClassOf(value) switch
        {
            SizeClass.Large => $"{start}达到大型下限 {Large}",
            SizeClass.Medium => $"{start}达到中型下限 {Medium}，未达到大型下限 {Large}",
            SizeClass.Small => $"{start}仅达到小型下限 {Small}，未达到中型下限 {Medium}",
            _ => $"{start}未达到小型下限 {Small}，为微型",
        };
    }
}
