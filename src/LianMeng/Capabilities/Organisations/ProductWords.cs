using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>A product's line in words.</summary>
internal static class ProductWords
{
    public static string Quantity(ShowProducts.Line line) => line.Quantity is { } quantity ? $"{quantity:#,##0.####} {line.Unit}" : "未填";

    public static string Sold(ShowProducts.Line line) => line.Sold is { } sold ? $"{sold:#,##0.####} {line.Unit}" : "未填";

    public static string Goods(ShowProducts.Line line) => line.IsGoods switch { true => "作为产品出售", false => "按固体废物管理", _ => "未填" };

    public static string Price(ShowProducts.Line line)
    {
        var per = line.Unit is null ? "" : $" 元/{line.Unit}";
        return (line.PriceLow, line.PriceHigh) switch
        {
            (null, null) => "未填",
            ({ } low, { } high) when low != high => $"{low:#,##0.##}–{high:#,##0.##}{per}",
            (null, { } high) => $"不高于 {high:#,##0.##}{per}",
            ({ } low, null) => $"{low:#,##0.##} 起{per}",
            ({ } low, _) => $"{low:#,##0.##}{per}",
        };
    }

    public static string Source(ShowProducts.Line line)
        => line.Origin is { } origin ? ListExport.Words(origin) + (line.Place is null ? "" : $"（{line.Place}）") : line.Place ?? "未填";

    public static string Delivery(ShowProducts.Line line)
    {
        var days = line.LeadDays is { } lead ? $"{lead} 天到货" : null;
        var freight = line.Freight is { } cost ? $"运费 {cost:#,##0.##} 元/{line.Unit}" : null;
        return string.Join("，", new[] { days, freight }.OfType<string>().DefaultIfEmpty("未填"));
    }
}
