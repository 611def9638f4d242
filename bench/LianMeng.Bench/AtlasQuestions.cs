using System.Diagnostics;
using System.Globalization;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Bench;

/// <summary>What the questions of an atlas cost as it grows, and against peers that answer the same.</summary>
static class AtlasQuestions
{
    public static Task<int> RunAsync(string[] args) => Tables.GuardAsync(async () =>
    {
        var products = Options.Numbers(args, ("--products", 100_000))[0];
        Console.WriteLine("products    links    firms  facts  health   gaps  substitution  by-products  what-if  single  loops  (seconds of processor time)");
        InventedChain? chain = null;
        foreach (var size in new[] { products / 100, products / 10, products }) Ask(chain = new(Math.Max(100, size)));
        await SqlPeer.RunAsync(chain!);
        await FlowPeer.RunAsync();
    });

    private static void Ask(InventedChain chain)
    {
        ChainFacts facts = null!;
        IReadOnlyList<NodeHealth> health = [];
        FirmNetwork network = null!;
        var seconds = new List<double>
        {
            Seconds(() => facts = new(chain.Products, chain.Links, chain.Makers, chain.Buyers, chain.Expected)),
            Seconds(() => health = ChainHealth.Judge(facts, HealthRule.Default)),
            Seconds(() => ChainGaps.Find(facts, health, GapRule.Default).Ranked(Viewer.Stranger)),
            Seconds(() => Substitute(chain)),
            Seconds(() => Reuse(chain)),
            Seconds(() => WhatIf.Stops(network = new(chain.Supplies), chain.Supplies[0].Seller, chain.Links, chain.Makers, isReplaced: true)),
            Seconds(() => network.SingleSuppliers()),
            Seconds(() => RecyclingLoops.Find([.. chain.Products.Select(p => p.Key)], chain.Links)),
        };
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{chain.Products.Count,8} {chain.Links.Count,8} {chain.Firms.Count,8} {seconds[0],6:0.00} {seconds[1],7:0.00} {seconds[2],6:0.00} {seconds[3],13:0.00} {seconds[4],12:0.00} {seconds[5],8:0.00} {seconds[6],7:0.00} {seconds[7],6:0.00}"));
    }

    private static void Substitute(InventedChain chain)
    {
        var purchases = chain.Buyers.Where(b => b.Origin == PurchaseOrigin.Outside).Select(b => new OutsidePurchase(b.Firm, b.Product, b.Quantity!.Value, b.Price, 800, 10, 0.45m)).ToList();
        var offers = chain.Makers.Where(m => m.Spare > 0).Select(m => new LocalOffer(m.Firm, m.Product, m.Spare!.Value, 20_000, 2)).ToList();
        LocalSubstitution.Plan(purchases, offers, chain.Products.ToDictionary(p => p.Key, p => p.Unit), (_, _) => 15, 0.05m);
    }

    private static void Reuse(InventedChain chain)
    {
        var streams = chain.Makers.Where((_, at) => at % 10 == 0).Select(m => new ByProductStream(m.Firm, m.Product, m.CapacityForSale!.Value, null, true, new Dictionary<string, decimal>(), 100)).ToList();
        var uses = chain.Buyers.Where((_, at) => at % 10 == 0).Select(b => new ByProductUse(b.Firm, [b.Product], b.Quantity!.Value, [], [], 2_000, 0.9m, 150)).ToList();
        ByProductUses.Plan(streams, uses, (_, _) => 15, 0.45m, new(2026, 11, 23));
    }

    internal static double Seconds(Action ask)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        ask();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}
