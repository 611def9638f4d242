using System.Globalization;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.Atlases.Files;

/// <summary>Kinds, meanings, figures and days as they stand in files, written one way and read in all that are usual.</summary>
internal static class AtlasWords
{
    private static readonly Dictionary<string, ProductKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["原材料"] = ProductKind.Material, ["材料"] = ProductKind.Material, ["material"] = ProductKind.Material,
        ["工艺"] = ProductKind.Process, ["工序"] = ProductKind.Process, ["process"] = ProductKind.Process,
        ["产品"] = ProductKind.Product, ["product"] = ProductKind.Product,
        ["副产品"] = ProductKind.ByProduct, ["by-product"] = ProductKind.ByProduct, ["ByProduct"] = ProductKind.ByProduct,
        ["装备"] = ProductKind.Equipment, ["设备"] = ProductKind.Equipment, ["equipment"] = ProductKind.Equipment,
        ["服务"] = ProductKind.Service, ["service"] = ProductKind.Service,
    };

    /// <summary>Whether the link runs from the first to the second product, or the other way: 轮毂 上游材料 铝锭 says that 铝锭 goes into 轮毂.</summary>
    private static readonly Dictionary<string, (LinkMeaning Meaning, bool Turned)> Meanings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["投入"] = (LinkMeaning.InputOf, false), ["下游产品"] = (LinkMeaning.InputOf, false), ["下游"] = (LinkMeaning.InputOf, false), ["input-of"] = (LinkMeaning.InputOf, false), ["InputOf"] = (LinkMeaning.InputOf, false),
        ["上游材料"] = (LinkMeaning.InputOf, true), ["上游"] = (LinkMeaning.InputOf, true), ["上游产品"] = (LinkMeaning.InputOf, true),
        ["副产"] = (LinkMeaning.ByProductOf, false), ["副产品"] = (LinkMeaning.ByProductOf, false), ["by-product-of"] = (LinkMeaning.ByProductOf, false), ["ByProductOf"] = (LinkMeaning.ByProductOf, false),
        ["替代"] = (LinkMeaning.SubstituteOf, false), ["可替代"] = (LinkMeaning.SubstituteOf, false), ["substitute-of"] = (LinkMeaning.SubstituteOf, false), ["SubstituteOf"] = (LinkMeaning.SubstituteOf, false),
        ["一种"] = (LinkMeaning.KindOf, false), ["属于"] = (LinkMeaning.KindOf, false), ["kind-of"] = (LinkMeaning.KindOf, false), ["KindOf"] = (LinkMeaning.KindOf, false),
        ["产品小类"] = (LinkMeaning.KindOf, true), ["包括"] = (LinkMeaning.KindOf, true), ["小类"] = (LinkMeaning.KindOf, true),
    };

    public static IEnumerable<string> MeaningChoices => ["投入", "副产", "替代", "一种"];

    /// <exception cref="AtlasFileException">none of the kinds</exception>
    public static ProductKind Kind(string? text, string where)
        => Said(text) is not { } said ? ProductKind.Product : Kinds.TryGetValue(said, out var kind) ? kind : throw new AtlasFileException($"{where}：类别“{ImportText.Shorten(said, 20)}”不认识，可填 原材料、工艺、产品、副产品、装备、服务。");

    /// <exception cref="AtlasFileException">none of the meanings</exception>
    public static (LinkMeaning Meaning, bool Turned) Meaning(string? text, string where)
        => Said(text) is not { } said ? (LinkMeaning.InputOf, false) : Meanings.TryGetValue(said, out var meaning) ? meaning : throw new AtlasFileException($"{where}：关系“{ImportText.Shorten(said, 20)}”不认识，可填 {string.Join("、", MeaningChoices)}，或 上游材料、下游产品、产品小类。");

    /// <exception cref="AtlasFileException">no number</exception>
    public static decimal? Number(string? text, string where, string what)
    {
        if (Said(text) is not { } said) return null;
        var percent = said.EndsWith('%');
        return decimal.TryParse(percent ? said[..^1] : said, NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000_000m
            ? percent ? number / 100 : number
            : throw new AtlasFileException($"{where}：{what}“{ImportText.Shorten(said, 20)}”不是数字。");
    }

    /// <exception cref="AtlasFileException">no day</exception>
    public static DateOnly? Day(string? text, string where)
        => Said(text) is not { } said ? null : DateOnly.TryParseExact(said.Replace('/', '-'), "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new AtlasFileException($"{where}：日期“{ImportText.Shorten(said, 20)}”读不出来，请写成 2026-11-01。");

    public static string? Said(string? text) => text is null || ImportText.ToHalfWidth(ImportText.Clean(text)).Trim() is not { Length: > 0 } said || ImportText.MeansNothing(said) ? null : said;
}
