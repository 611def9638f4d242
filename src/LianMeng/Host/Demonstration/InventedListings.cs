using LianMeng.Capabilities.Listings;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Host.Demonstration;

/// <summary>What the demonstration's firms ask for and offer: each asks for what it buys and offers what it makes. Always the same.</summary>
internal sealed class InventedListings(InventedGraph graph, InventedFirms firms)
{
    private static readonly Dictionary<string, (int Count, ulong Seed, int[] Accounts)> Districts = new(StringComparer.Ordinal)
    {
        // the firms behind the demonstration's accounts stand first in the rosters and have listings for certain
        [InventedFirms.Tongliang] = (300, 20_261_103, [0, 0, 0, 0]),
        [InventedFirms.Jiulongpo] = (60, 20_261_104, [0, 0, 0, 1, 1, 1]),
    };

    private static readonly (ListingVisibility, int)[] Circles =
        [(ListingVisibility.District, 50), (ListingVisibility.City, 30), (ListingVisibility.Alliance, 15), (ListingVisibility.Public, 5)];

    private static readonly (ListingState, int)[] Fates =
        [(ListingState.Open, 76), (ListingState.Matched, 8), (ListingState.Closed, 6), (ListingState.Withdrawn, 5), (ListingState.Draft, 5)];

    private enum Source { Buys, Makes, ByProducts }

    public IReadOnlyList<InventedListing> Of(string region)
    {
        var (count, seed, accounts) = Districts[region];
        var dice = new SplitMix64(seed);
        var all = firms.All(region);
        var listings = new List<InventedListing>(count);
        var told = new HashSet<(int, Source, string)>();
        while (listings.Count < count)
        {
            var at = listings.Count < accounts.Length ? accounts[listings.Count] : dice.Below(all.Count);
            var source = dice.Weighted<Source>([(Source.Buys, 54), (Source.Makes, 34), (Source.ByProducts, 12)]);
            var lines = source switch { Source.Buys => all[at].Buys, Source.Makes => all[at].Makes, _ => all[at].ByProducts };
            if (lines.Count == 0) continue;
            var line = dice.Pick(lines);
            // a word of the firm's own that the graph does not know is rarer among what is posted than on rosters
            if (line.Product is null && !dice.Chance(40)) continue;
            if (told.Add((at, source, line.Product ?? line.Text))) listings.Add(Listing(dice, all[at], at, source, line));
        }

        return listings;
    }

    private InventedListing Listing(SplitMix64 dice, InventedFirm firm, int at, Source source, InventedFirm.Line line)
    {
        var product = line.Product is null ? null : graph[line.Product];
        var goods = (product is null ? null : InventedTables.Traded.GetValueOrDefault(product.Key)) ?? Usual(source, product);
        var quantity = Quantity(dice, goods);
        var price = goods.Price is { } range && dice.Chance(42) ? Price(dice, range) : (decimal?)null;
        var certificates = Certificates(dice, source, product, firm);
        var words = new ListingWords(dice, line.Text, $"{quantity:0.##}{goods.Unit}", goods.Unit, price, certificates, firm.Park, Occasion(dice, firm));
        var (title, text) = source switch
        {
            Source.Buys when product?.Kind is ProductKind.Process or ProductKind.Service => words.WorkWanted(),
            Source.Buys => words.Wanted(),
            Source.ByProducts => IsHazardous(product) ? words.Hazardous() : words.Leftover(),
            _ when product?.Kind is ProductKind.Process or ProductKind.Service => words.WorkOffered(),
            _ => words.Offered(),
        };
        return new()
        {
            Kind = source == Source.Buys ? ListingKind.Demand : ListingKind.Supply,
            Subject = source == Source.ByProducts || product?.Kind == ProductKind.ByProduct ? ListingSubject.ByProduct
                : product?.Kind switch { ProductKind.Process => ListingSubject.Capacity, ProductKind.Service => ListingSubject.Service, _ => ListingSubject.Product },
            WasteCode = source == Source.ByProducts ? product?.Aliases.FirstOrDefault(IsWasteCode) : null,
            Firm = at,
            FirmName = firm.Name,
            Title = title,
            Text = text,
            Product = line.Text,
            ProductKey = line.Product,
            Quantity = quantity,
            Unit = goods.Unit,
            Price = price,
            Certificates = certificates,
            Region = firm.Region,
            ValidForDays = dice.Chance(12) ? dice.Between(1, 7) : dice.Between(10, 180),
            Visibility = Near(dice.Weighted(Circles), source == Source.ByProducts && IsHazardous(product)),
            Then = dice.Weighted(Fates),
        };
    }

    /// <summary>Hazardous waste is not shown beyond the district.</summary>
    private static ListingVisibility Near(ListingVisibility visibility, bool hazardous) => hazardous && visibility > ListingVisibility.District ? ListingVisibility.District : visibility;

    private static string Occasion(SplitMix64 dice, InventedFirm firm)
        => firm.Makes.Any(m => m.Product is "ebike" or "motorcycle" or "etricycle" or "electric-motorcycle") ? dice.Pick(["因新车型上量", "出口订单增加", "旺季将至"]) : dice.Pick(["因订单增加", "新产线投产在即", "为备年末订单"]);

    /// <summary>How things are traded of which the table says nothing.</summary>
    private static InventedTables.Goods Usual(Source source, Product? product) => product?.Kind switch
    {
        _ when source == Source.ByProducts => new("吨", 1, 60, null, []),
        ProductKind.Material or ProductKind.ByProduct => new("吨", 2, 120, null, []),
        ProductKind.Equipment => new("台", 1, 8, null, []),
        ProductKind.Service => new("项", 1, 1, null, []),
        ProductKind.Product when product.Stage == "integration" => new("套", 1, 3, null, []),
        ProductKind.Product when product.Stage is "mineral" or "key-material" or "metal-stock" or "base" or "alloying" => new("吨", 2, 80, null, []),
        ProductKind.Process => new("件", 500, 12_000, null, []),
        _ => new("件", 300, 9_000, null, []),
    };

    /// <summary>As clerks write it: 1, 2 or 5 with noughts, seldom anything odder.</summary>
    private static decimal Quantity(SplitMix64 dice, InventedTables.Goods goods)
    {
        var amount = dice.Between(goods.Low, goods.High);
        var step = amount switch { >= 10_000 => 5_000, >= 2_000 => 500, >= 500 => 100, >= 100 => 50, >= 20 => 5, _ => 1 };
        return Math.Max(goods.Low, amount / step * step);
    }

    private static decimal Price(SplitMix64 dice, (int Low, int High) range)
    {
        var amount = dice.Between(range.Low * 10, range.High * 10) / 10m;
        return amount switch { >= 10_000 => decimal.Round(amount / 100) * 100, >= 1_000 => decimal.Round(amount / 10) * 10, >= 20 => decimal.Round(amount), _ => amount };
    }

    private static List<string> Certificates(SplitMix64 dice, Source source, Product? product, InventedFirm firm)
    {
        // hazardous waste may only go to who is permitted its code
        if (IsHazardous(product)) return ["危险废物经营许可证"];
        if (source == Source.Makes) return [.. firm.Qualifications.Where(q => q.EndsWith("认证", StringComparison.Ordinal))];
        if (source == Source.ByProducts || !dice.Chance(30)) return [];
        var wanted = new List<string> { "ISO9001质量管理体系认证" };
        var stage = product?.Stage ?? "";
        if (stage is "drive" or "running" or "vehicle" && dice.Chance(40)) wanted.Add("IATF16949认证");
        if (stage is "component" or "board" or "module" && dice.Chance(40)) wanted = ["RoHS检测报告"];
        if (stage == "part" && dice.Chance(40)) wanted.Add("UN38.3检测报告");
        return wanted;
    }

    private static bool IsHazardous(Product? product) => product is not null && product.Aliases.Any(IsWasteCode);

    private static bool IsWasteCode(string alias) => alias is [_, _, _, '-', _, _, _, '-', _, _] && char.IsAsciiDigit(alias[0]);
}
