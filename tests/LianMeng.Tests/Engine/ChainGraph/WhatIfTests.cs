using LianMeng.Engine.ChainGraph;

namespace LianMeng.Tests.Engine.ChainGraph;

public sealed class WhatIfTests
{
    static Guid F(int i) => ChainCases.Firm(i);

    /// <summary>Shares and ¥ by hand: half of what 2 buys fails, so half of its sales; 3 has no other source.</summary>
    [Fact]
    public void By_hand()
    {
        var network = new FirmNetwork([new(F(1), F(2), "ingot", 50, 1000), new(F(9), F(2), "ingot", 50, 900), new(F(2), F(3), "casting", 10, 3000), new(F(3), F(1), "scrap", 5, 70), new(F(3), F(4), "motor", null, 8000)]);
        var stop = WhatIf.Stops(network, F(1), null, [new(F(9), "ingot", 80, 60), new(F(8), "ingot", null)], false);
        Assert.Equal([(1, 1, 1, 1000m), (2, 1, 1, 1500m), (3, 1, 1, 4000m)], stop.Tiers.Select(t => (t.Tier, t.NewFirms, t.Links, t.Lost.For(Viewer.Calculation).Exact!.Value)));
        Assert.Equal([(F(2), 1, 50m), (F(3), 2, 50m), (F(4), 3, 0m)], stop.Firms.Select(f => (f.Firm, f.Tier, f.Stopped.For(Viewer.Calculation).Exact!.Value)));
        var replacement = Assert.Single(stop.Replacements);
        Assert.Equal([(F(9), 20m)], replacement.Makers);
        Assert.Equal([F(8)], replacement.Undeclared);
        Assert.Equal(40, replacement.Cover.For(Viewer.Calculation).Exact);
        // 20 ÷ 40 % would be what 2 buys
        Assert.True(replacement.Cover.For(Viewer.Stranger).IsBand && stop.Firms[0].Stopped.For(Viewer.Stranger).IsBand);
        Assert.Equal(600, WhatIf.Stops(network, F(1), null, [new(F(9), "ingot", 80, 60)], true).Tiers[0].Lost.For(Viewer.Calculation).Exact);
        // a castings' maker does not need what is no input of castings
        Assert.Single(WhatIf.Stops(network, F(1), [new("paper", "casting", LinkMeaning.InputOf)], [], false).Tiers);
        Assert.Equal(2, WhatIf.Stops(network, F(1), [new("ingot", "casting", LinkMeaning.InputOf)], [], false).Tiers.Count);
        // each tier is one buyer's affair; the total of three is not, except to one of them, who knows his part
        Assert.All(stop.Tiers, t => Assert.True(t.Lost.For(Viewer.Stranger).IsBand));
        Assert.Equal(6500, stop.Total(Viewer.Stranger).Exact);
        Assert.True(stop.Total(Viewer.Of([F(2)])).IsBand);
        Assert.Empty(WhatIf.Stops(network, F(77), null, [], false).Tiers);
    }

    /// <summary>The reach against plain breadth-first search, the way the recursive SQL query counts it.</summary>
    [Fact]
    public void Without_product_links_everybody_downstream_is_hit_in_his_tier()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var links = FirmNetworkTests.Links(new Random(seed)).ConvertAll(l => l with { Quantity = l.Quantity ?? 1, Value = l.Value ?? 1 }).ConvertAll(l => l.Quantity == 0 ? l with { Quantity = 1 } : l);
            if (links.Count == 0) continue;
            var start = links[0].Seller;
            var tiers = new Dictionary<Guid, int> { [start] = 0 };
            for (var tier = 1; tier < 10; tier++)
                foreach (var link in links.Where(l => tiers.TryGetValue(l.Seller, out var at) && at == tier - 1).ToList()) tiers.TryAdd(link.Buyer, tier);
            tiers.Remove(start);
            var stop = WhatIf.Stops(new(links), start, null, [], false);
            Assert.Equal(tiers.OrderBy(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)), stop.Firms.Select(f => (f.Firm, f.Tier)));
        }
    }

    /// <summary>Against the same wave computed from scratch each tier, over plain lists, with shares as intervals.</summary>
    [Fact]
    public void Money_on_generated_networks()
    {
        var (hits, bounds) = (0, 0);
        for (var seed = 0; seed < 1500; seed++)
        {
            var random = new Random(seed);
            var links = FirmNetworkTests.Links(random);
            if (links.Count == 0) continue;
            var inputs = Enumerable.Range(0, 5).Select(_ => new ProductLink($"p{random.Next(3)}", $"p{random.Next(3)}", LinkMeaning.InputOf)).ToList();
            var start = links[random.Next(links.Count)].Seller;
            var stop = WhatIf.Stops(new(links), start, inputs, [], false);

            var reduced = links.Where(l => l.Seller == start).Select(l => l.Product).Distinct().ToDictionary(p => (start, p), _ => (Tier: 0, Share: 1m, IsKnown: true));
            var tier = 0;
            while (true)
            {
                var failing = links.Where(l => l.Buyer != start && reduced.TryGetValue((l.Seller, l.Product), out var r) && r.Tier == tier).ToList();
                tier++;
                if (failing.Count == 0) break;
                var shown = stop.Tiers[tier - 1];
                var values = failing.ConvertAll(l => (Value: l.Value * reduced[(l.Seller, l.Product)].Share, reduced[(l.Seller, l.Product)].IsKnown));
                Assert.Equal((tier, failing.Count), (shown.Tier, shown.Links));
                var lost = shown.Lost.For(Viewer.Calculation).Exact;
                Assert.Equal(values.TrueForAll(v => v.Value is null), lost is null);
                Assert.Equal(values.Sum(v => v.Value ?? 0), lost ?? 0, 9);
                Assert.Equal(values.TrueForAll(v => v.Value is not null && v.IsKnown), shown.Lost.IsComplete);
                hits += failing.Count;

                var next = new Dictionary<(Guid, string), (int, decimal, bool)>();
                foreach (var (firm, product) in links.Where(l => failing.Exists(f => f.Buyer == l.Seller)).Select(l => (l.Seller, l.Product)).Distinct())
                {
                    if (reduced.ContainsKey((firm, product))) continue;
                    var shares = links.Where(l => l.Buyer == firm && inputs.Exists(i => i.From == l.Product && i.To == product)).GroupBy(l => l.Product)
                        .Select(bought => bought.Select(l => (l.Quantity, Cut: reduced.TryGetValue((l.Seller, l.Product), out var r) ? r : (Tier: -1, Share: 0m, IsKnown: true))).ToList())
                        .Where(bought => bought.Exists(b => b.Cut.Tier >= 0)).Select(Share).ToList();
                    if (shares.Count == 0) continue;
                    var share = shares.Max(s => s.Least);
                    var isKnown = share == 1 || shares.TrueForAll(s => s.IsKnown);
                    if (share > 0 || !isKnown) next[(firm, product)] = (tier, share, isKnown);
                    if (!isKnown) bounds++;
                }

                foreach (var (key, value) in next) reduced[key] = value;
            }

            Assert.Equal(tier - 1, stop.Tiers.Count);
            Assert.Equal(stop.Tiers.Sum(t => t.NewFirms), stop.Firms.Count);
            Assert.Equal(stop.Tiers.Sum(t => t.Lost.For(Viewer.Calculation).Exact ?? 0), stop.Firms.Sum(f => f.Lost.For(Viewer.Calculation).Exact ?? 0), 9);
        }

        Assert.True(hits > 2000 && bounds > 50, $"{hits} hits, {bounds} bounds");

        static (decimal Least, bool IsKnown) Share(List<(decimal? Quantity, (int Tier, decimal Share, bool IsKnown) Cut)> bought)
        {
            if (bought.TrueForAll(b => b.Quantity is not null) && bought.Sum(b => b.Quantity) > 0)
                return (bought.Sum(b => b.Quantity!.Value * b.Cut.Share) / bought.Sum(b => b.Quantity!.Value), bought.TrueForAll(b => b.Cut.IsKnown));
            if (bought.Exists(b => b.Cut.Tier < 0)) return (0, false);
            return (bought.Min(b => b.Cut.Share), bought.TrueForAll(b => b.Cut.IsKnown) && bought.Min(b => b.Cut.Share) == bought.Max(b => b.Cut.Share));
        }
    }
}
