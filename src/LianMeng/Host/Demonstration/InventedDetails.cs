using System.Globalization;
using LianMeng.Capabilities.Organisations;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Host.Demonstration;

/// <summary>
/// What the first firms of each district say of themselves in detail, as the files that they would send: quantities and prices, a second
/// contact, sites, certificates. All invented and always the same; the dates are fixed, so that a second run changes nothing.
/// </summary>
internal sealed class InventedDetails(InventedGraph graph, IReadOnlyList<InventedFirm> firms, ulong seed)
{
    /// <summary>Firms with details: enough to look at, and the demonstration is still built in seconds.</summary>
    private const int Most = 24;

    private static readonly string[] Far = ["广东佛山", "浙江宁波", "江苏无锡", "山东临沂", "河南巩义", "福建泉州"];
    private static readonly string[] Near = ["四川成都", "重庆江津", "重庆大足", "四川泸州"];
    private static readonly string[] Days = ["2026-10-31", "2026-12-20", "2027-06-30", "2027-11-30", "2028-05-31", "2028-12-31"];

    private readonly SplitMix64 dice = new(seed);

    public Task<MemoryStream> ProductsAsync(CancellationToken cancellation)
        => WriteAsync(ImportProductsFile.Kind, firms.Take(Most).SelectMany(firm => firm.Makes.Select(l => Made(firm, l)).Concat(firm.Buys.Select(l => Bought(firm, l))).Concat(firm.ByProducts.Select(l => Leftover(firm, l)))), cancellation);

    public Task<MemoryStream> ContactsAsync(CancellationToken cancellation)
        => WriteAsync(ImportContactsFile.Kind, firms.Take(Most).Select((firm, i) => Row(firm, ("name", $"{"秦许何吕施张孔曹严华金魏"[i % 12]}女士（演示）"), ("purpose", i % 3 == 2 ? "人事" : "采购"), ("telephone", $"023-0000{8000 + i:0000}"))), cancellation);

    public Task<MemoryStream> SitesAsync(CancellationToken cancellation)
        => WriteAsync(ImportSitesFile.Kind, firms.Take(Most).SelectMany(Sites), cancellation);

    public Task<MemoryStream> QualificationsAsync(CancellationToken cancellation)
        => WriteAsync(ImportQualificationsFile.Kind, firms.Take(Most).SelectMany(firm => firm.Qualifications.Where(q => q != "龙头企业").Select(q =>
            Row(firm, ("name", q), ("number", $"演示{dice.Between(100000, 999999)}"), ("issuer", "演示发证机关"), ("validUntil", q.StartsWith("规上", StringComparison.Ordinal) ? null : dice.Pick(Days))))), cancellation);

    private Dictionary<string, string?> Made(InventedFirm firm, InventedFirm.Line line)
    {
        var goods = GoodsOf(line);
        var low = PriceOf(goods);
        return Row(firm, ("role", "生产"), ("name", line.Text), ("quantity", Text(YearOf(goods))), ("unit", goods.Unit), ("priceLow", Text(low)), ("priceHigh", Text(low is { } price ? Rounded(price * (1 + (dice.Between(4, 18) / 100m))) : null)));
    }

    private Dictionary<string, string?> Bought(InventedFirm firm, InventedFirm.Line line)
    {
        var goods = GoodsOf(line);
        var price = PriceOf(goods);
        var far = dice.Chance(55);
        var days = far ? dice.Between(6, 20) : dice.Between(1, 4);
        return Row(firm, ("role", "采购"), ("name", line.Text), ("quantity", Text(YearOf(goods))), ("unit", goods.Unit), ("priceLow", Text(price)), ("origin", far ? "外地" : "本地"), ("place", far ? dice.Pick(dice.Chance(70) ? Far : Near) : null),
            ("leadDays", Text(days)), ("freight", Text(price is { } each ? Rounded(each * (far ? dice.Between(20, 60) : dice.Between(3, 12)) / 1000m) : null)));
    }

    /// <summary>Hazardous waste has its code and brings nothing in: somebody permitted is paid to take it.</summary>
    private Dictionary<string, string?> Leftover(InventedFirm firm, InventedFirm.Line line)
    {
        var waste = line.Product is null ? null : graph[line.Product].Aliases.FirstOrDefault(a => a is [_, _, _, '-', _, _, _, '-', _, _] && char.IsAsciiDigit(a[0]));
        var tons = dice.Between(4, 90);
        return Row(firm, ("role", "副产品"), ("name", line.Text), ("quantity", Text(tons)), ("unit", "吨"), ("code", waste is null ? null : $"HW{waste[^2..]} {waste}"), ("income", Text(waste is null ? Rounded(tons * dice.Between(5, 110) / 100m) : 0)));
    }

    private IEnumerable<Dictionary<string, string?>> Sites(InventedFirm firm)
    {
        var first = firm.Makes.Count > 0 ? $"年产{firm.Makes[0].Text}{YearOf(GoodsOf(firm.Makes[0])):0}{GoodsOf(firm.Makes[0]).Unit}" : null;
        yield return Row(firm, ("name", "一厂"), ("kind", "生产厂区"), ("address", firm.Address), ("regionCode", firm.Region), ("capacity", first));
        if (firm.Staff > 150) yield return Row(firm, ("name", "二厂"), ("kind", "生产厂区"), ("address", $"{firm.Address}附2号（演示）"), ("regionCode", firm.Region), ("capacity", null));
        if (dice.Chance(40)) yield return Row(firm, ("name", "成品库"), ("kind", "仓储"), ("address", $"{firm.Park}示范仓{dice.Between(1, 40)}号"), ("regionCode", firm.Region), ("capacity", null));
    }

    private InventedTables.Goods GoodsOf(InventedFirm.Line line)
        => (line.Product is { } key ? InventedTables.Traded.GetValueOrDefault(key) : null)
            ?? (line.Product is { } other && graph[other].Kind is ProductKind.Material or ProductKind.ByProduct ? new("吨", 2, 120, null, []) : new("件", 300, 9_000, null, []));

    /// <summary>What is traded at once is about a month's.</summary>
    private decimal YearOf(InventedTables.Goods goods) => Rounded(dice.Between(goods.Low, goods.High) * 12m);

    private decimal? PriceOf(InventedTables.Goods goods) => goods.Price is { } range ? Rounded(dice.Between(range.Low * 10, range.High * 10) / 10m) : null;

    /// <summary>Two figures count, as people estimate.</summary>
    private static decimal Rounded(decimal amount)
    {
        var step = amount switch { >= 100_000 => 10_000m, >= 10_000 => 1_000m, >= 1_000 => 100m, >= 100 => 10m, >= 10 => 1m, _ => 0.1m };
        return Math.Max(step, decimal.Round(amount / step) * step);
    }

    private static string? Text(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture);

    private static Dictionary<string, string?> Row(InventedFirm firm, params ReadOnlySpan<(string Key, string? Value)> cells)
    {
        var row = new Dictionary<string, string?>(StringComparer.Ordinal) { ["firm"] = firm.Uscc ?? firm.Name };
        foreach (var (key, value) in cells) row[key] = value;
        return row;
    }

    private static async Task<MemoryStream> WriteAsync(ImportKind kind, IEnumerable<Dictionary<string, string?>> rows, CancellationToken cancellation)
    {
        var file = new MemoryStream();
        await SpreadsheetWriter.WriteCsvAsync(file, kind.Schema.ToTemplate(), rows.Select(row => kind.Schema.Columns.Select(c => (object?)row.GetValueOrDefault(c.Key)).ToArray()), cancellation);
        file.Position = 0;
        return file;
    }
}
