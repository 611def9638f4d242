using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Matching;
using LianMeng.Engine.Standards;
using LianMeng.Host;

namespace LianMeng.Bench;

/// <summary>
/// Invented firms and listings for the matcher, the same ones on every machine: products of the chains under everyday variants of their
/// names, four lines made and four bought a firm, and one listing for two firms, in districts of at most 2 500 firms.
/// </summary>
sealed class InventedFirms
{
    const int FirmsOfDistrict = 2500, Lines = 4;

    static readonly string[] Variants =
    [
        "", "", "", "6061", "6063", "A356", "5052-H32", "ADC12", "304", "Q235", "铝合金", "不锈钢", "镁合金", "碳钢", "摩托车", "电动自行车", "新能源汽车", "汽车", "通机", "光伏",
        "储能", "轨道交通", "家电", "安防", "高强度", "耐高温", "轻量化", "精密", "小型", "大型", "出口型", "双组份", "一体化", "无铅", "阻燃", "低噪音", "防水", "智能", "模块化", "环保",
    ];

    static readonly DateOnly Day = new(2026, 11, 1);

    readonly string[] names;

    /// <param name="folder">Where chain/company_products.tsv names further products; null = the chains' own only.</param>
    public InventedFirms(string? folder)
    {
        var assembly = typeof(LianMengHost).Assembly;
        string[] Named(string end) => [.. assembly.GetManifestResourceNames().Where(name => name.EndsWith(end, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        var products = Named(".products.tsv").SelectMany(name => TsvResource.Read(assembly, name)).Where(cells => cells[1] != "@")
            .Select(cells => new Product(cells[0], cells[1], cells[2].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), cells[3], Kind(cells[4]))).ToList();
        Graph = new(products, Named(".links.tsv").SelectMany(name => TsvResource.Read(assembly, name)).Select(cells => new ProductLink(cells[0], cells[1], Meaning(cells[2]))));
        var known = products.SelectMany(product => product.Aliases.Append(product.Name));
        if (folder is not null)
            known = known.Concat(Tables.Read(Path.Combine(folder, "chain"), "company_products.tsv", 2).Skip(1).Select(row => row[1]).Where(name => name.Length is >= 2 and <= 12));
        names = [.. known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public ProductGraph Graph { get; }

    public int Names => names.Length;

    public static IReadOnlySet<Guid> Districts(int firms) => Enumerable.Range(0, (firms + FirmsOfDistrict - 1) / FirmsOfDistrict).Select(District).ToHashSet();

    /// <summary>The firms, each followed by its listing if it has one.</summary>
    public IEnumerable<Offer> Of(int firms, Func<string, MatchKind, IReadOnlyList<string>> linesOf)
    {
        for (var number = 0; number < firms; number++)
        {
            var dice = new Random(number);
            var firm = new Offer(Id(number, 0), $"企业{number:000000}", District(number / FirmsOfDistrict), dice.Next(2) == 0 ? "500107" : "500151", Some(dice), [], Some(dice), dice.Next(4) == 0 ? ["IATF16949"] : []);
            yield return firm;
            if (number % 2 == 1) continue;
            var kind = dice.Next(2) == 0 ? MatchKind.Demand : MatchKind.Supply;
            var lines = linesOf(Title(dice, kind), kind);
            yield return new Offer(Id(number, 1), firm.Name, firm.Scope, firm.Region, [], [], [], firm.Qualifications)
            {
                Owner = firm.Id, Circle = dice.Next(4) == 0 ? "alliance" : null, Until = Day.AddDays(dice.Next(90)),
                Seeks = kind == MatchKind.Demand ? lines : [], Supplies = kind == MatchKind.Supply ? lines : [],
            };
        }
    }

    /// <summary>Questions as people ask them, in both directions; the same scopes see everything there is.</summary>
    public IEnumerable<MatchRequest> Questions(int count, int firms)
    {
        var scopes = Districts(firms);
        for (var number = 0; number < count; number++)
        {
            var dice = new Random(-1 - number);
            var kind = dice.Next(2) == 0 ? MatchKind.Demand : MatchKind.Supply;
            yield return new(Title(dice, kind), kind, 10, scopes) { Region = "500107", Circle = "alliance", Today = Day, SeesBuys = dice.Next(2) == 0 };
        }
    }

    /// <summary>Listings of one kind as people write them, each of a firm of its own, with the lines its title stands for.</summary>
    public IEnumerable<(string Title, Offer Offer)> Listings(int count, MatchKind kind, Func<string, MatchKind, IReadOnlyList<string>> linesOf)
    {
        for (var number = 0; number < count; number++)
        {
            var title = Title(new Random(number * 2 + (kind == MatchKind.Supply ? 1 : 0)), kind);
            var lines = linesOf(title, kind);
            yield return (title, new Offer(Id(number, 1), $"企业{number:000000}", District(number / FirmsOfDistrict), number % 2 == 0 ? "500107" : "500151", [], [], [], [])
            {
                Owner = Id(number, 0), Until = Day.AddDays(90), Seeks = kind == MatchKind.Demand ? lines : [], Supplies = kind == MatchKind.Supply ? lines : [],
            });
        }
    }

    string Title(Random dice, MatchKind kind)
    {
        var product = One(dice);
        return (kind, dice.Next(4)) switch
        {
            (MatchKind.Demand, 0) => $"求购{product}，每月20吨，长期合作",
            (MatchKind.Demand, 1) => $"我公司需要采购一批{product}，送到重庆市九龙坡区",
            (MatchKind.Demand, 2) => $"有没有做{product}的厂家？年需求300套",
            (MatchKind.Demand, _) => $"急需{product} 500件，2026年12月底前交货，价格面议",
            (_, 0) => $"供应{product}，现货，量大从优",
            (_, 1) => $"我公司生产{product}，寻求合作",
            (_, 2) => $"出售{product} 每月50吨",
            _ => $"{product}，月产300套，可送货",
        };
    }

    string[] Some(Random dice) => [.. Enumerable.Range(0, Lines).Select(_ => One(dice)).Distinct(StringComparer.Ordinal)];

    string One(Random dice) => Variants[dice.Next(Variants.Length)] + names[dice.Next(names.Length)];

    static Guid District(int number) => new(number + 1, 1, 0, new byte[8]);

    static Guid Id(int number, short kind) => new(number + 1, 2, kind, new byte[8]);

    static ProductKind Kind(string word) => word switch
    {
        "material" => ProductKind.Material,
        "process" => ProductKind.Process,
        "by-product" => ProductKind.ByProduct,
        "equipment" => ProductKind.Equipment,
        "service" => ProductKind.Service,
        _ => ProductKind.Product,
    };

    static LinkMeaning Meaning(string word) => word switch
    {
        "by-product-of" => LinkMeaning.ByProductOf,
        "substitute-of" => LinkMeaning.SubstituteOf,
        "kind-of" => LinkMeaning.KindOf,
        _ => LinkMeaning.InputOf,
    };
}
