using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Standards;

namespace LianMeng.Host.Demonstration;

/// <summary>
/// The firms of the two demonstration districts in the size the reports speak of (664 and 110): those written by hand and the
/// invented ones around them. Always the same firms, on every machine.
/// </summary>
internal sealed class InventedFirms
{
    public const string Tongliang = "500151", Jiulongpo = "500107";

    private static readonly District[] Districts =
    [
        new(Tongliang, "铜梁区", "tongliang.csv")
        {
            CodeLetters = "YLTL", HistoricRegion = "500224", Seed = 20_261_101, FirstPhone = 1000, Total = 664, Uncoded = 5, Silent = 3, Chains = ["equipment", "electronics", "energy"],
            Parks = [("铜梁高新区蒲吕组团", 42), ("铜梁高新区东城组团", 30), ("旧县街道", 8), ("安居镇", 5), ("虎峰镇", 5), ("土桥镇", 4), ("大庙镇", 3), ("平滩镇", 2), ("少云镇", 1)],
        },
        new(Jiulongpo, "九龙坡区", "jiulongpo.csv")
        {
            CodeLetters = "YLJP", HistoricRegion = "500107", Seed = 20_261_102, FirstPhone = 2000, Total = 110, Uncoded = 1, Silent = 1, Chains = ["aluminium"],
            Parks = [("西彭工业园", 48), ("九龙园区", 22), ("陶家镇", 12), ("白市驿镇", 7), ("西彭镇", 6), ("铜罐驿镇", 5)],
        },
    ];

    private static readonly string[] General = ["carton", "freight", "pallet", "epe-foam", "nameplate", "calibration", "fastener"];
    private static readonly string[] GeneralOfServices = ["data-centre", "app-dev", "laptop", "freight", "cyber-security", "nameplate"];
    private const string Surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅";

    private readonly InventedGraph graph;
    private readonly Dictionary<string, IReadOnlyList<InventedFirm>> invented = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<InventedFirm>> written = new(StringComparer.Ordinal);

    public InventedFirms(InventedGraph graph)
    {
        this.graph = graph;
        foreach (var d in Districts) written[d.Region] = InventedRoster.Read(d.Roster, line => graph.Named(line)?.Key);
        var names = new InventedNames(written.Values.SelectMany(f => f).Select(f => f.Name));
        foreach (var d in Districts) invented[d.Region] = Invent(d, names);
    }

    /// <summary>The firms of the hand-written roster of a region.</summary>
    public IReadOnlyList<InventedFirm> Written(string region) => written[region];

    /// <summary>Those around them.</summary>
    public IReadOnlyList<InventedFirm> Invented(string region) => invented[region];

    /// <summary>Both, the hand-written first.</summary>
    public IReadOnlyList<InventedFirm> All(string region) => [.. written[region], .. invented[region]];

    private List<InventedFirm> Invent(District d, InventedNames names)
    {
        var dice = new SplitMix64(d.Seed);
        var first = written[d.Region].Count;
        var trades = dice.Shuffled(Shares(d.Chains, d.Total - first));
        // every hundredth firm or so misses what work lists ask for
        var odd = dice.Shuffled(Enumerable.Range(0, trades.Count));
        var uncoded = odd.Take(d.Uncoded).ToHashSet();
        var silent = odd.Skip(d.Uncoded).Take(d.Silent).ToHashSet();
        var firms = new List<InventedFirm>(trades.Count);
        for (var i = 0; i < trades.Count; i++)
        {
            var number = first + i + 1;
            var region = dice.Chance(7) ? d.HistoricRegion : d.Region;
            var code = uncoded.Contains(i) ? null : Uscc.Create('9', '1', region, $"{d.CodeLetters}{number:0000}").Value;
            var park = dice.Weighted(d.Parks);
            firms.Add(Firm(dice, trades[i].Trade, trades[i].Turn, names, silent.Contains(i)) with
            {
                Uscc = code,
                Region = d.Region,
                Park = park,
                Address = $"重庆市{d.Name}{park}示范路{number * 7 % 997 + 200}号",
                // 0000 is no exchange: such numbers were never given to anybody
                Phone = $"023-0000{d.FirstPhone + number:0000}",
            });
        }

        return firms;
    }

    /// <summary>The trades by their weights, each at least once, in all exactly <paramref name="count"/>.</summary>
    private static IEnumerable<(InventedTables.Trade Trade, int Turn)> Shares(string[] chains, int count)
    {
        var trades = InventedTables.Trades.Where(t => chains.Contains(t.Chain)).ToList();
        var total = trades.Sum(t => t.Weight);
        var shares = trades.Select(t => (Trade: t, Firms: Math.Max(1, t.Weight * count / total), Remainder: t.Weight * count % total)).ToList();
        var missing = count - shares.Sum(s => s.Firms);
        var lucky = shares.OrderByDescending(s => s.Remainder).Take(missing).Select(s => s.Trade).ToHashSet();
        return shares.SelectMany(s => Enumerable.Range(0, s.Firms + (lucky.Contains(s.Trade) ? 1 : 0)).Select(turn => (s.Trade, turn)));
    }

    private InventedFirm Firm(SplitMix64 dice, InventedTables.Trade trade, int turn, InventedNames names, bool silent)
    {
        var staff = Math.Clamp((int)Math.Round(trade.Staff * Math.Exp(1.25 * dice.Normal())), 3, 3600);
        var revenue = Rounded(staff * trade.RevenuePerHead * Math.Exp(0.4 * dice.Normal()));
        var assets = Rounded((double)revenue * Math.Exp(-0.25 + 0.5 * dice.Normal()));
        var form = staff > 600 && dice.Chance(50) ? "股份有限公司" : dice.Chance(7) ? "有限责任公司" : "有限公司";
        var name = names.Invent(dice, dice.Pick(trade.Words), form);
        var makes = Makes(dice, trade, turn, staff);
        var made = makes.Select(m => m.Product!).ToHashSet(StringComparer.Ordinal);
        var buys = Buys(dice, trade, made);
        var leftovers = dice.Shuffled(made.SelectMany(graph.Leftovers).Distinct()).Where(_ => dice.Chance(75)).Take(3).Select(p => Say(dice, p, withSpec: false)).ToList();
        return new()
        {
            Name = name,
            Uscc = null,
            Region = "",
            Address = "",
            Park = "",
            Phone = null,
            Industry = trade.Industry,
            Staff = dice.Chance(2) ? null : staff,
            Revenue = dice.Chance(3) ? null : revenue,
            Assets = dice.Chance(3) ? null : assets,
            Makes = silent ? [] : makes,
            Buys = silent ? [] : buys,
            ByProducts = silent ? [] : leftovers,
            Qualifications = Qualifications(dice, trade, staff, revenue),
            Contact = $"{Surnames[dice.Below(Surnames.Length)]}{dice.Weighted<string>([("经理", 45), ("先生", 33), ("女士", 22)])}",
            Chain = graph.ChainTitles[trade.Chain],
        };
    }

    /// <summary>Neighbours in the trade's list, starting one further for every firm, so that each product has its makers.</summary>
    private List<InventedFirm.Line> Makes(SplitMix64 dice, InventedTables.Trade trade, int turn, int staff)
    {
        var most = Math.Min(trade.Makes.Count, staff < 20 ? 3 : staff < 300 ? 5 : 6);
        var count = most <= 2 ? most : dice.Between(2, most);
        var lines = Enumerable.Range(0, count).Select(i => Say(dice, graph[trade.Makes[(turn + i) % trade.Makes.Count]], withSpec: true)).ToList();
        // who makes one thing only makes it in two designs
        if (lines.Count == 1)
        {
            var product = graph[trade.Makes[0]];
            var other = product.Aliases.Prepend(product.Name).Where(IsWord).First(w => !lines[0].Text.Contains(w, StringComparison.Ordinal));
            lines.Add(new(other, product.Key));
        }

        return [.. lines.DistinctBy(l => l.Text)];
    }

    private List<InventedFirm.Line> Buys(SplitMix64 dice, InventedTables.Trade trade, HashSet<string> made)
    {
        var services = trade.Industry[0] is '5' or '6' or '7' or '8';
        var needed = made.SelectMany(graph.Inputs).Distinct().Where(p => !made.Contains(p.Key)).ToList();
        var chosen = dice.Shuffled(needed).Take(dice.Between(2, 6)).ToList();
        var general = dice.Shuffled((services ? GeneralOfServices : General).Where(k => !made.Contains(k)).Select(k => graph[k]).Except(chosen));
        var more = Math.Max(3 - chosen.Count, dice.Below(3));
        return [.. chosen.Concat(general.Take(more)).Select(p => Say(dice, p, withSpec: dice.Chance(40))).DistinctBy(l => l.Text)];
    }

    /// <summary>A product in the words of a firm: its name or what else the trade calls it, often with the design in front.</summary>
    private static InventedFirm.Line Say(SplitMix64 dice, Product product, bool withSpec)
    {
        var words = product.Aliases.Where(IsWord).ToList();
        var word = words.Count > 0 && dice.Chance(40) ? dice.Pick(words) : product.Name;
        var specs = InventedTables.Traded.GetValueOrDefault(product.Key)?.Specs ?? [];
        if (!withSpec || specs.Count == 0 || !dice.Chance(55) || !IsIdeograph(word[0])) return new(word, product.Key);
        return new(Join(dice.Pick(specs), word), product.Key);
    }

    /// <summary>国四 before 国四发动机 would say it twice.</summary>
    private static string Join(string spec, string word) => word.StartsWith(spec, StringComparison.Ordinal) ? word : spec + word;

    /// <summary>A grade or number alone ("ADC12", "321-024-48") is not how a firm names what it makes.</summary>
    private static bool IsWord(string alias) => alias.Count(IsIdeograph) >= 2;

    private static bool IsIdeograph(char c) => c is >= '一' and <= '龥';

    private static List<string> Qualifications(SplitMix64 dice, InventedTables.Trade trade, int staff, decimal revenue)
    {
        var given = new List<string>();
        var technical = dice.Chance(trade.Technical);
        if (technical) given.Add("高新技术企业");
        if (technical && staff > 40 && dice.Chance(45)) given.Add(dice.Chance(12) ? "专精特新“小巨人”" : "专精特新中小企业");
        else if (dice.Chance(trade.Technical / 2)) given.Add("创新型中小企业");
        if (staff > 700) given.Add("龙头企业");
        if (trade.Industry[0] is '2' or '3' or '4' && IndustryClass.Find(trade.Industry)!.Section is 'C' or 'D' && revenue >= EnterpriseSize.AboveScaleRevenue) given.Add("规上工业企业");
        if (staff > 30 && dice.Chance(35)) given.Add("ISO9001质量管理体系认证");
        if (trade.Chain is "equipment" or "aluminium" && staff > 80 && dice.Chance(25)) given.Add("IATF16949认证");
        return given;
    }

    /// <summary>As people fill in forms: three figures count.</summary>
    private static decimal Rounded(double amount)
    {
        var step = amount < 1000 ? 10 : amount < 10_000 ? 100 : amount < 100_000 ? 500 : 1000;
        return Math.Max(step, (decimal)Math.Round(amount / step) * step);
    }

    /// <param name="Region">GB/T 2260, six digits</param>
    /// <param name="Roster">the rows written by hand</param>
    private sealed record District(string Region, string Name, string Roster)
    {
        /// <summary>What makes its codes plainly invented: no registrar gave an organisation code of such letters.</summary>
        public required string CodeLetters { get; init; }

        /// <summary>Codes given before the county became a district bear its former region.</summary>
        public required string HistoricRegion { get; init; }

        public required ulong Seed { get; init; }
        public required int FirstPhone { get; init; }

        /// <summary>Firms in all, with those written by hand.</summary>
        public required int Total { get; init; }

        /// <summary>So many more without a code.</summary>
        public required int Uncoded { get; init; }

        /// <summary>So many that state no products.</summary>
        public required int Silent { get; init; }

        public required string[] Chains { get; init; }
        public required (string Park, int Weight)[] Parks { get; init; }
    }
}
