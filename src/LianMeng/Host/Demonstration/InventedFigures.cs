using System.Globalization;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.SupplyLinks;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Host.Demonstration;

/// <summary>
/// What the firms of a district state in figures, as the files that they would send: capacity and what of it is sold, purchases with price and origin, by-products with code and composition, and who supplies whom. Of some products everybody
/// declares, of some nobody: the atlas must show what it does not know. All invented and always the same.
/// </summary>
internal sealed class InventedFigures(InventedGraph graph, IReadOnlyList<InventedFirm> written, IReadOnlyList<InventedFirm> invented, ulong seed)
{
    /// <summary>The e-bike maker that moves in: some thirty purchases, all from outside.</summary>
    public const string Newcomer = "重庆岚骁驿电动车股份有限公司";

    private const int Year = 2025;

    /// <summary>Percent of the products after which everybody was asked: of these the atlas can say how they stand.</summary>
    private const int AskedAfter = 35;

    private static readonly string[] Far = ["广东佛山", "浙江宁波", "江苏无锡", "山东临沂", "河南巩义", "福建泉州", "天津", "浙江台州"];
    private static readonly string[] Near = ["四川成都", "重庆江津", "重庆大足", "四川泸州"];

    /// <summary>Percent of a product's firms that declare when they are asked; about 80 in the mean.</summary>
    private static readonly int[] Shares = [0, 30, 60, 70, 70, 85, 85, 85, 100, 100, 100, 100];

    /// <summary>How much is bought, to what is made: some nodes short, some with room.</summary>
    private static readonly int[] Scales = [15, 30, 60, 100, 200];

    private readonly List<InventedFirm> firms = [.. written, .. invented.Where(f => f.Uscc is not null)];
    private readonly HashSet<InventedFirm> known = [.. written];
    private HashSet<string>? wanted;

    /// <summary>What the newcomer buys: its makers have declared and have room.</summary>
    private HashSet<string> Wanted => wanted ??= [.. firms.Where(f => f.Name == Newcomer).SelectMany(f => f.Buys).Select(l => l.Product).OfType<string>()];

    public Task<MemoryStream> ProductsAsync(CancellationToken cancellation)
        => WriteAsync(ImportProductsFile.Kind, firms.SelectMany(Lines), cancellation);

    /// <summary>Who supplies whom: where a local firm makes what another buys. Some by both, some by one, some with two figures.</summary>
    public Task<MemoryStream> LinksAsync(int most, CancellationToken cancellation)
    {
        var dice = new SplitMix64(seed ^ 0xA71A5);
        var makers = firms.Where(f => f.Uscc is not null).SelectMany(f => f.Makes.Where(l => l.Product is not null).Select(l => (Firm: f, Key: l.Product!))).ToLookup(m => m.Key, m => m.Firm, StringComparer.Ordinal);
        var pairs = dice.Shuffled(firms.Where(f => f.Uscc is not null).SelectMany(f => f.Buys.Where(l => l.Product is not null && makers[l.Product].Any(m => m.Uscc != f.Uscc)).Select(l => (Buyer: f, Line: l))));
        var chosen = pairs.OrderBy(p => p.Buyer.Name == Newcomer ? 0 : 1).Take(most);
        return WriteAsync(ImportSupplyLinksFile.Kind, chosen.SelectMany(p => Link(dice, p.Buyer, dice.Pick([.. makers[p.Line.Product!].Where(m => m.Uscc != p.Buyer.Uscc).DistinctBy(m => m.Uscc)]), p.Line)), cancellation);
    }

    private IEnumerable<Dictionary<string, string?>> Link(SplitMix64 dice, InventedFirm buyer, InventedFirm seller, InventedFirm.Line line)
    {
        var goods = GoodsOf(line);
        var quantity = Rounded(dice.Between(goods.Low, goods.High) * 2m);
        var value = PriceOf(dice, goods) is { } price ? quantity * price : (decimal?)null;
        var kind = dice.Below(10);
        if (kind != 9) yield return Row(buyer, ("side", "买方"), ("partner", seller.Uscc), ("product", line.Text), ("quantity", Text(quantity)), ("unit", goods.Unit), ("value", Text(value)), ("year", Text(Year)));
        if (kind is < 5 or 8 or 9) yield return Row(seller, ("side", "卖方"), ("partner", buyer.Uscc), ("product", line.Text), ("quantity", Text(kind == 8 ? Rounded(quantity * 0.8m) : quantity)), ("unit", goods.Unit), ("value", kind == 8 ? null : Text(value)), ("year", Text(Year)));
    }

    private IEnumerable<Dictionary<string, string?>> Lines(InventedFirm firm)
    {
        var dice = new SplitMix64(seed ^ Hash(firm.Name));
        foreach (var line in firm.Makes.Where(l => Declares(firm, l))) yield return Made(dice, firm, line);
        foreach (var line in firm.Buys.Where(l => Declares(firm, l))) yield return Bought(dice, firm, line);
        // What falls off is stated by those whose roster was written by hand: more would only be more of the same.
        foreach (var line in firm.ByProducts.Where(_ => known.Contains(firm))) yield return Leftover(dice, firm, line);
    }

    /// <summary>Whether a firm states figures of a product: by the product's share, always the same.</summary>
    private bool Declares(InventedFirm firm, InventedFirm.Line line)
        => line.Product is null ? known.Contains(firm) : Wanted.Contains(line.Product)
            || (((int)(Hash(line.Product + "的调查") % 100) < AskedAfter || known.Contains(firm)) && (int)(Hash($"{firm.Name}|{line.Product}") % 100) < Shares[Hash(line.Product) % (ulong)Shares.Length]);

    private Dictionary<string, string?> Made(SplitMix64 dice, InventedFirm firm, InventedFirm.Line line)
    {
        var (goods, low) = (GoodsOf(line), PriceOf(dice, GoodsOf(line)));
        var high = low is { } price ? Rounded(price * (1 + (dice.Between(4, 18) / 100m))) : (decimal?)null;
        var capacity = Rounded(dice.Between(goods.Low, goods.High) * 12m);
        var sold = Rounded(capacity * (line.Product is { } key && Wanted.Contains(key) ? dice.Between(35, 75) : dice.Between(45, 104)) / 100m);
        var (unit, factor) = UnitOf(dice, goods);
        return Row(firm, ("role", "生产"), ("name", line.Text), ("quantity", Text(capacity * factor)), ("unit", unit), ("sold", dice.Chance(85) ? Text(sold * factor) : null), ("priceLow", Text(low / factor)), ("priceHigh", Text(high / factor)));
    }

    private Dictionary<string, string?> Bought(SplitMix64 dice, InventedFirm firm, InventedFirm.Line line)
    {
        var (goods, newcomer) = (GoodsOf(line), firm.Name == Newcomer);
        var price = PriceOf(dice, goods) ?? (newcomer ? dice.Between(3, 60) : null);
        var quantity = Rounded(dice.Between(goods.Low, goods.High) * 12m * (line.Product is { } key && !newcomer ? Scales[Hash(key + "的用量") % (ulong)Scales.Length] : 100) / 100m);
        var far = newcomer || dice.Chance(55);
        var (unit, factor) = newcomer ? (goods.Unit, 1m) : UnitOf(dice, goods);
        return Row(firm, ("role", "采购"), ("name", line.Text), ("quantity", Text(quantity * factor)), ("unit", unit), ("priceLow", Text(price / factor)), ("origin", far ? "外地" : "本地"), ("place", far ? dice.Pick(newcomer || dice.Chance(70) ? Far : Near) : null),
            ("leadDays", Text(far ? dice.Between(6, 20) : dice.Between(1, 4))), ("freight", Text((price is { } each ? Rounded(each * (far ? dice.Between(20, 60) : dice.Between(3, 12)) / 1000m) : (decimal?)null) / factor)));
    }

    /// <summary>Hazardous waste has its code and brings nothing in; clean offcuts are goods with a price.</summary>
    private Dictionary<string, string?> Leftover(SplitMix64 dice, InventedFirm firm, InventedFirm.Line line)
    {
        var waste = line.Product is null ? null : graph[line.Product].Aliases.FirstOrDefault(a => a is [_, _, _, '-', _, _, _, '-', _, _] && char.IsAsciiDigit(a[0]));
        var aluminium = new[] { "铝", "压铸", "型材", "浇冒口", "切边料", "料柄", "锻造飞边", "挤压压余" }.Any(word => line.Text.Contains(word, StringComparison.Ordinal)) && !line.Text.Contains('钢');
        var dirty = waste is not null || new[] { "灰", "渣", "泥", "液", "粉末" }.Any(word => line.Text.Contains(word, StringComparison.Ordinal));
        var tons = aluminium ? dice.Between(3, 60) * 10 : dice.Between(4, 90);
        var composition = !aluminium ? null
            : dirty ? $"Al {dice.Between(20, 60)}%，Fe {dice.Between(5, 18) / 10m:0.#}%，NaCl {dice.Between(2, 12)}%，F {dice.Between(5, 25) / 10m:0.#}%"
            : $"Al {dice.Between(90, 98)}%，Fe {dice.Between(2, 12) / 10m:0.#}%，水分 {dice.Between(1, 35) / 10m:0.#}%";
        return Row(firm, ("role", "副产品"), ("name", line.Text), ("quantity", Text(tons)), ("unit", "吨"), ("code", waste is null ? null : $"HW{waste[^2..]} {waste}"), ("goods", waste is not null ? "否" : dirty ? null : "是"),
            ("composition", composition), ("income", Text(waste is not null ? 0 : Rounded(tons * (aluminium && !dirty ? dice.Between(95, 140) : dice.Between(5, 40)) / 100m))));
    }

    /// <summary>A few write in another unit, as people do.</summary>
    private static (string Unit, decimal Factor) UnitOf(SplitMix64 dice, InventedTables.Goods goods) => goods.Unit switch
    {
        "吨" when dice.Chance(6) => ("公斤", 1000m),
        "件" when dice.Chance(6) => ("万件", 0.0001m),
        var unit => (unit, 1m),
    };

    private InventedTables.Goods GoodsOf(InventedFirm.Line line)
        => (line.Product is { } key ? InventedTables.Traded.GetValueOrDefault(key) : null)
            ?? (line.Product is { } other && graph[other].Kind is ProductKind.Material or ProductKind.ByProduct ? new("吨", 2, 120, null, []) : new("件", 300, 9_000, null, []));

    private static decimal? PriceOf(SplitMix64 dice, InventedTables.Goods goods) => goods.Price is { } range ? Rounded(dice.Between(range.Low * 10, range.High * 10) / 10m) : null;

    /// <summary>Two figures count, as people estimate.</summary>
    internal static decimal Rounded(decimal amount)
    {
        var step = amount switch { >= 100_000 => 10_000m, >= 10_000 => 1_000m, >= 1_000 => 100m, >= 100 => 10m, >= 10 => 1m, _ => 0.1m };
        return Math.Max(step, decimal.Round(amount / step) * step);
    }

    /// <summary>FNV-1a, the same in every process, with the finish of SplitMix64 so that near texts are far apart.</summary>
    private static ulong Hash(string text)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var c in text) hash = (hash ^ c) * 1_099_511_628_211UL;
        return new SplitMix64(hash).Next() >> 16;
    }

    private static string? Text(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture);

    internal static Dictionary<string, string?> Row(InventedFirm firm, params ReadOnlySpan<(string Key, string? Value)> cells)
    {
        var row = new Dictionary<string, string?>(StringComparer.Ordinal) { ["firm"] = firm.Uscc ?? firm.Name };
        foreach (var (key, value) in cells) row[key] = value;
        return row;
    }

    internal static async Task<MemoryStream> WriteAsync(ImportKind kind, IEnumerable<Dictionary<string, string?>> rows, CancellationToken cancellation)
    {
        var file = new MemoryStream();
        await SpreadsheetWriter.WriteCsvAsync(file, kind.Schema.ToTemplate(), rows.Select(row => kind.Schema.Columns.Select(c => (object?)row.GetValueOrDefault(c.Key)).ToArray()), cancellation);
        file.Position = 0;
        return file;
    }
}
