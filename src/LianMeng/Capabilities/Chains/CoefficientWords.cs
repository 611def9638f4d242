using System.Globalization;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Chains;

/// <summary>A coefficient in words, the same on the page, in the interface and in the export.</summary>
internal static class CoefficientWords
{
    /// <summary>每 t 电解铝耗用：氧化铝 1.928 t; for what falls off: 每 t 氧化铝产生：赤泥 1.2 t.</summary>
    public static string Sentence(ProductLink link, ProductGraph graph)
    {
        var units = (link.CoefficientUnit ?? "").Split('/');
        return $"每 {units[^1]} {graph.ByKey(link.To)!.Name}{(link.Meaning == LinkMeaning.ByProductOf ? "产生" : "耗用")}：{graph.ByKey(link.From)!.Name} {Number(link.Coefficient)} {units[0]}";
    }

    /// <summary>氧化铝 1.928 t/t（source）, for the table of all products.</summary>
    public static string Short(ProductLink link, ProductGraph graph) => $"{graph.ByKey(link.From)!.Name} {Number(link.Coefficient)} {link.CoefficientUnit}（{link.Source}）";

    private static string Number(decimal? value) => value?.ToString("#,0.######", CultureInfo.InvariantCulture) ?? "";
}
