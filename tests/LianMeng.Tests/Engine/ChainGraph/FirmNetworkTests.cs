using LianMeng.Engine.ChainGraph;

namespace LianMeng.Tests.Engine.ChainGraph;

/// <summary>Against taking each firm away and counting the pieces; against who reaches whom and back.</summary>
public sealed class FirmNetworkTests
{
    static Guid F(int i) => ChainCases.Firm(i);

    [Fact]
    public void Articulations_on_generated_networks()
    {
        var found = 0;
        for (var seed = 0; seed < 600; seed++)
        {
            var links = Links(new Random(seed));
            var network = new FirmNetwork(links);
            var actual = network.Articulations().ToDictionary(at => at.Firm);
            foreach (var firm in network.Firms)
            {
                var own = Pieces(links, null).Single(piece => piece.Contains(firm));
                var rest = Pieces(links, firm).Where(piece => piece.IsSubsetOf(own)).Select(piece => piece.Count).ToList();
                var isolated = own.Count - 1 - rest.Sum();
                rest.AddRange(Enumerable.Repeat(1, isolated));
                if (rest.Count > 1) Assert.Equal((rest.Count, rest.Sum() - rest.Max()), (actual[firm].Pieces, actual[firm].CutOff));
                else Assert.DoesNotContain(firm, actual.Keys);
                found += rest.Count > 1 ? 1 : 0;
            }
        }

        Assert.True(found > 300, $"{found}");

        static List<HashSet<Guid>> Pieces(List<FirmLink> links, Guid? without)
        {
            var pieces = new List<HashSet<Guid>>();
            foreach (var link in links.Where(l => l.Seller != without && l.Buyer != without))
            {
                var touched = pieces.Where(piece => piece.Contains(link.Seller) || piece.Contains(link.Buyer)).ToList();
                pieces.RemoveAll(touched.Contains);
                pieces.Add([link.Seller, link.Buyer, .. touched.SelectMany(piece => piece)]);
            }

            return pieces;
        }
    }

    [Fact]
    public void Single_suppliers_on_generated_networks()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var links = Links(new Random(seed));
            var expected = from link in links
                           where !links.Exists(other => other.Buyer == link.Buyer && other.Product == link.Product && other.Seller != link.Seller)
                           select (link.Seller, link.Product, link.Buyer);
            var rows = new FirmNetwork(links).SingleSuppliers();
            Assert.Equal(expected.Distinct().Order(), rows.SelectMany(row => row.Buyers.Select(buyer => (row.Seller, row.Product, buyer))).Order());
            foreach (var row in rows)
            {
                var values = links.Where(l => l.Seller == row.Seller && l.Product == row.Product && row.Buyers.Contains(l.Buyer)).Select(l => l.Value).ToList();
                Assert.Equal(values.TrueForAll(v => v is null) ? null : values.Sum(), row.Value.For(Viewer.Calculation).Exact);
            }
        }
    }

    [Fact]
    public void Loops_on_generated_graphs()
    {
        var found = 0;
        for (var seed = 0; seed < 600; seed++)
        {
            var random = new Random(seed);
            var count = random.Next(1, 8);
            string[] keys = [.. Enumerable.Range(0, count).Select(i => $"p{i}")];
            var links = Enumerable.Range(0, random.Next(12)).Select(_ => new ProductLink(keys[random.Next(count)], keys[random.Next(count)], (LinkMeaning)random.Next(4))).Where(l => l.From != l.To).ToList();
            var flows = links.Where(l => l.Meaning is LinkMeaning.InputOf).Select(l => (l.From, l.To)).Concat(links.Where(l => l.Meaning == LinkMeaning.ByProductOf).Select(l => (From: l.To, To: l.From))).ToHashSet();
            bool Reaches(string a, string b)
            {
                HashSet<string> seen = [.. flows.Where(f => f.From == a).Select(f => f.To)];
                for (var i = 0; i < count; i++) seen = [.. seen, .. flows.Where(f => seen.Contains(f.From)).Select(f => f.To)];
                return seen.Contains(b);
            }

            var expected = keys.Where(key => Reaches(key, key)).GroupBy(key => string.Join(',', keys.Where(other => Reaches(key, other) && Reaches(other, key)))).Select(group => group.Key);
            var loops = RecyclingLoops.Find(keys, links);
            Assert.Equal(expected, loops.Select(loop => string.Join(',', loop.Products)));
            foreach (var loop in loops)
            {
                found++;
                Assert.Equal(loop.Products[0], loop.Shortest[0]);
                Assert.Equal(loop.Shortest.Count, loop.Shortest.Distinct().Count());
                for (var i = 0; i < loop.Shortest.Count; i++) Assert.Contains((loop.Shortest[i], loop.Shortest[(i + 1) % loop.Shortest.Count]), flows);
            }
        }

        Assert.True(found > 60, $"{found}");
    }

    [Fact]
    public void Chains_of_100_000_firms_and_products_do_not_overflow()
    {
        const int Length = 100_000;
        var network = new FirmNetwork(Enumerable.Range(0, Length - 1).Select(i => new FirmLink(F(i), F(i + 1), "a", 1, 1)));
        var cuts = network.Articulations();
        Assert.Equal(Length - 2, cuts.Count);
        Assert.Equal((Length - 1) / 2, cuts[0].CutOff);
        var stop = WhatIf.Stops(network, F(0), null, [], false);
        Assert.Equal(Length - 1, stop.Tiers.Count);
        Assert.Equal(Length - 1, stop.Tiers.Sum(tier => tier.Lost.For(Viewer.Calculation).Exact));

        string[] keys = [.. Enumerable.Range(0, Length).Select(i => $"{i}")];
        var loop = Assert.Single(RecyclingLoops.Find(keys, Enumerable.Range(0, Length).Select(i => new ProductLink(keys[i], keys[(i + 1) % Length], LinkMeaning.InputOf))));
        Assert.Equal(Length, loop.Shortest.Count);
    }

    [Fact]
    public void Wrong_input_is_refused_in_words()
    {
        Assert.Contains("自己", Assert.Throws<ArgumentException>(() => new FirmNetwork([new(F(1), F(1), "a", 1, 1)])).Message);
        Assert.Contains("不能为负", Assert.Throws<ArgumentException>(() => new FirmNetwork([new(F(1), F(2), "a", -1, 1)])).Message);
        Assert.Contains("不能与自己", Assert.Throws<ArgumentException>(() => RecyclingLoops.Find(["a"], [new("a", "a", LinkMeaning.InputOf)])).Message);
        Assert.Contains("不存在", Assert.Throws<ArgumentException>(() => RecyclingLoops.Find(["a"], [new("a", "b", LinkMeaning.InputOf)])).Message);
        Assert.Contains("重复", Assert.Throws<ArgumentException>(() => RecyclingLoops.Find(["a", "a"], [])).Message);
    }

    internal static List<FirmLink> Links(Random random)
    {
        decimal? Some(int limit) => random.Next(6) == 0 ? null : random.Next(limit);
        return [.. Enumerable.Range(0, random.Next(1, 14)).Select(_ => (Seller: random.Next(9), Buyer: random.Next(9))).Where(pair => pair.Seller != pair.Buyer)
            .Select(pair => new FirmLink(F(pair.Seller), F(pair.Buyer), $"p{random.Next(3)}", Some(9), Some(9)))];
    }
}
