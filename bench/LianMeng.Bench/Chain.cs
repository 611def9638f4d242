using System.Diagnostics;
using System.Globalization;
using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Matching;
using LianMeng.Engine.Text;

namespace LianMeng.Bench;

/// <summary>
/// The matcher at the scale of a city on the public chain data: firms with their products as offers; for 500 products made by 1 to 20 of
/// them, how often a real maker is in the first ten, also against peers over the same lines (<see cref="ChainPeers"/>). Four ways of asking, from the easiest (the exact words: a check of the
/// machinery, not of quality) to one where no maker states the product at all.
/// </summary>
static class Chain
{
    const int Asked = 500;

    internal const int Shown = 10;

    // Left out of the choice: what a listed company's report calls a product without anyone being able to ask for it.
    static readonly string[] NoProduct = ["业务", "收入", "其他", "其它", "服务", "分部", "销售", "贸易", "租赁", "投资", "合计", "抵销", "地产", "物业", "贷款", "利息", "金融", "证券", "保险", "银行", "基金", "管理", "运营", "产品", "行业", "主营", "加工", "材料费", "工程", "项目"];

    public static Task<int> RunAsync(string[] args) => Tables.GuardAsync(async () =>
    {
        if (args.Length == 0 || args[0].StartsWith('-')) throw new BadInputException("usage: chain FOLDER [--firms N]");
        var wantedFirms = args is [_, "--firms", var text, ..] && int.TryParse(text, out var number) ? number : 4000;
        var data = Load(args[0], wantedFirms);
        using var index = new MatchIndex(data.Graph);
        var clock = Stopwatch.StartNew();
        foreach (var offer in data.Offers.Values) index.Upsert(offer);
        Console.WriteLine($"firms={data.Offers.Count} lines={data.Offers.Values.Sum(offer => offer.Makes.Count)} graph={data.Graph.Products.Count}/{data.Graph.Links.Count} built in {clock.ElapsedMilliseconds} ms; products asked for: {data.Products.Count}");

        // compile outside the measured run
        foreach (var (product, makers) in data.Products.Take(50)) Finds(index, data, Sentence(product), makers);
        var exact = Ask(index, data, product => product);
        var sentence = Ask(index, data, Sentence);
        var hidden = AskHidden(index, data);
        using var blind = new MatchIndex();
        foreach (var offer in data.Offers.Values) blind.Upsert(offer);
        var hiddenBlind = AskHidden(blind, data);
        var strangers = Strangers(index, data);

        await ChainPeers.RunAsync(data, (text, makers) => Finds(index, data, text, makers));
        Console.WriteLine($"exact words of the product:                       {exact}");
        Console.WriteLine($"a sentence around it:                             {sentence}");
        Console.WriteLine($"line left out of the makers, words and graph:     {hidden}");
        Console.WriteLine($"line left out of the makers, words only:          {hiddenBlind}");
        Console.WriteLine($"dishes and medicines nobody here makes, answered with nobody direct and no near name: {strangers}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"maker_in_top10 exact={exact.Rate:F3} sentence={sentence.Rate:F3} hidden={hidden.Rate:F3} cpu_ms_per_query={sentence.Milliseconds:F3}"));
    });

    internal sealed record ChainData(Dictionary<string, Offer> Offers, List<(string Product, HashSet<Guid> Makers)> Products, ProductGraph Graph, List<string> Strange, HashSet<Guid> Scopes);

    sealed record Share(int Hits, int Of, double Milliseconds)
    {
        public double Rate => Of == 0 ? 0 : (double)Hits / Of;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hits} of {Of} ({Rate:P1}), {Milliseconds:F2} ms of processor time a query");
    }

    static ChainData Load(string folder, int firms)
    {
        var names = Tables.Read(folder, "companies.tsv", 4).Skip(1).ToDictionary(row => row[0], row => row[3], StringComparer.Ordinal);
        var made = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var row in Tables.Read(folder, "company_products.tsv", 2).Skip(1))
            (made.TryGetValue(row[0], out var list) ? list : made[row[0]] = []).Add(row[1]);

        var scope = new Guid(1, 0, 0, new byte[8]);
        var offers = new Dictionary<string, Offer>(StringComparer.Ordinal);
        // the order by hash takes firms of all exchanges and trades, the same ones on every machine
        foreach (var (code, products) in made.OrderBy(pair => Hash(pair.Key)).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(firms))
            offers[code] = new(IdOf(code), names.GetValueOrDefault(code, code), scope, null, products, [], [], []);

        var makers = new Dictionary<string, HashSet<Guid>>(StringComparer.Ordinal);
        foreach (var offer in offers.Values)
            foreach (var product in offer.Makes) (makers.TryGetValue(product, out var known) ? known : makers[product] = []).Add(offer.Id);
        var chosen = makers.Where(pair => pair.Value.Count is >= 1 and <= 20 && IsAskable(pair.Key))
            .OrderBy(pair => Hash(pair.Key)).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Asked).Select(pair => (pair.Key, pair.Value)).ToList();

        var (graph, strange) = LoadGraph(folder, makers.Keys);
        return new(offers, chosen, graph, strange, [scope]);
    }

    static (ProductGraph Graph, List<string> Strange) LoadGraph(string folder, IEnumerable<string> lines)
    {
        var industrial = Tables.Read(folder, "product_relations_industrial.tsv", 3).Skip(1).ToList();
        var kinds = Tables.Read(folder, "product_relations.tsv", 3).Skip(1).ToList();
        var madeHere = lines.ToHashSet(StringComparer.Ordinal);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var links = new List<ProductLink>();
        foreach (var row in industrial) Add(row, row[1] == "上游材料" ? new(row[2], row[0], LinkMeaning.InputOf) : new(row[0], row[2], LinkMeaning.InputOf));
        // of the sub-kinds only those that touch a product made here: the rest is food
        foreach (var row in kinds.Where(row => row[1] == "产品小类" && madeHere.Contains(row[0]) && madeHere.Contains(row[2])))
            Add(row, new(row[2], row[0], LinkMeaning.KindOf));
        var strange = kinds.Where(row => row[1] == "上游材料" && row[0].Length >= 4 && !madeHere.Contains(row[0]) && NobodyNear(row[0]))
            .Select(row => row[0]).Distinct(StringComparer.Ordinal).OrderBy(Hash).Take(Asked).ToList();
        return (new(keys.Select(key => new Product(key, key, [], "", ProductKind.Product)), links.DistinctBy(link => (link.From, link.To, link.Meaning))), strange);

        void Add(string[] row, ProductLink link)
        {
            if (row[0] == row[2] || row[0].Length < 2 || row[2].Length < 2) return;
            keys.Add(row[0]);
            keys.Add(row[2]);
            links.Add(link);
        }

        static bool NobodyNear(string name) => name[^1] is '汤' or '粥' or '煲' or '羹';
    }

    static Share Ask(MatchIndex index, ChainData data, Func<string, string> words)
    {
        var hits = 0;
        var cpu = Processor(() =>
        {
            foreach (var (product, makers) in data.Products)
                if (Finds(index, data, words(product), makers)) hits++;
        });
        return new(hits, data.Products.Count, cpu / data.Products.Count);
    }

    /// <summary>
    /// Every maker's own line of the product is taken out before it is asked for, so that only its other products or the graph can
    /// lead to it. A lower bound of usefulness: many of these firms make nothing else that would tell.
    /// </summary>
    static Share AskHidden(MatchIndex index, ChainData data)
    {
        var byId = data.Offers.Values.ToDictionary(offer => offer.Id);
        int hits = 0, asked = 0;
        double spent = 0;
        foreach (var (product, makers) in data.Products)
        {
            var others = makers.Where(id => byId[id].Makes.Count > 1).ToHashSet();
            if (others.Count == 0) continue;
            foreach (var id in makers) index.Upsert(byId[id] with { Makes = [.. byId[id].Makes.Where(line => ShortText.Normalise(line) != ShortText.Normalise(product))] });
            spent += Processor(() => hits += Finds(index, data, Sentence(product), others) ? 1 : 0);
            foreach (var id in makers) index.Upsert(byId[id]);
            asked++;
        }
        return new(hits, asked, spent / Math.Max(1, asked));
    }

    static Share Strangers(MatchIndex index, ChainData data)
    {
        var nobody = 0;
        var cpu = Processor(() =>
        {
            foreach (var name in data.Strange)
                if (!index.Search(new($"求购{name}，每月20份", MatchKind.Demand, Shown, data.Scopes)).Items.Any(item => item.IsDirect || item.Parts[0].Kind == ReasonKind.Near)) nobody++;
        });
        return new(nobody, data.Strange.Count, cpu / Math.Max(1, data.Strange.Count));
    }

    static bool Finds(MatchIndex index, ChainData data, string text, HashSet<Guid> makers) =>
        index.Search(new(text, MatchKind.Demand, Shown, data.Scopes)).Items.Any(item => makers.Contains(item.OfferId));

    static string Sentence(string product) => (Hash(product) % 4) switch
    {
        0 => $"求购{product}，每月20吨，长期合作",
        1 => $"我公司需要采购一批{product}，送到重庆市九龙坡区",
        2 => $"有没有做{product}的厂家？年需求300套",
        _ => $"急需{product} 500件，2026年3月底前交货，价格面议",
    };

    static bool IsAskable(string product) =>
        product.Length is >= 3 and <= 12 && product.Any(ShortText.IsIdeograph) && !product.Contains('、') && !Array.Exists(NoProduct, word => product.Contains(word, StringComparison.Ordinal));

    internal static double Processor(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }

    internal static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        hash ^= hash >> 15;
        return hash * 2654435761u;
    }

    static Guid IdOf(string code) => new((int)Hash(code), (short)(Hash(code + "#") & 0x7fff), 0, System.Text.Encoding.ASCII.GetBytes(code.PadLeft(8, '0')[^8..]));
}
