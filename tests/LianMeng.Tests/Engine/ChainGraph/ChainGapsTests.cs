using LianMeng.Engine.ChainGraph;

namespace LianMeng.Tests.Engine.ChainGraph;

/// <summary>Against plain sums over the lines, a search from every product, and the propagation written as a recursion.</summary>
public sealed class ChainGapsTests
{
    [Fact]
    public void First_tier_on_generated_districts()
    {
        var (valued, open) = (0, 0);
        for (var seed = 0; seed < 800; seed++)
        {
            var chain = ChainCases.Make(seed);
            var health = ChainHealth.Judge(chain.Facts(), HealthRule.Default);
            var report = ChainGaps.Find(chain.Facts(), health, GapRule.Default);
            Assert.Equal(health.Where(n => n.Health is Health.Broken or Health.Weak && chain.Buyers.Any(l => l.Product == n.Product.Key && l.Quantity is not 0)), report.Gaps.Select(g => g.Node));
            Assert.Equal(health.Count(n => n.Health == Health.Strong), report.Strengths.Count);
            foreach (var gap in report.Gaps)
            {
                var outside = chain.Buyers.Where(l => l.Product == gap.Node.Product.Key && l.Origin == PurchaseOrigin.Outside && l.Quantity > 0).ToList();
                Assert.Equal(outside.Sum(l => l.Quantity), gap.OutsideQuantity.For(Viewer.Calculation).Exact);
                var prices = outside.Select(l => l.Quantity * (l.Price ?? gap.Node.Product.ReferencePrice)).ToList();
                var leaving = gap.Leaving.For(Viewer.Calculation);
                if (prices.Count > 0 && prices.TrueForAll(p => p is null))
                {
                    Assert.True(leaving.IsUnknown);
                    open++;
                }
                else
                {
                    Assert.Equal(prices.Sum(p => p ?? 0), leaving.Exact);
                    Assert.True(leaving.IsAtLeast || prices.TrueForAll(p => p is not null));
                    valued++;
                }

                HashSet<string> reach = [gap.Node.Product.Key];
                for (var step = 0; step < 3; step++) reach = [.. reach, .. chain.Links.Where(l => reach.Contains(l.From)).Select(l => l.To)];
                reach.Remove(gap.Node.Product.Key);
                Assert.Equal(reach.Count(key => health.Single(n => n.Product.Key == key).Makers > 0), gap.Dependents);
                Assert.InRange(gap.Centrality, 1, 2);
            }
        }

        Assert.True(valued > 500 && open > 15, $"{valued} valued, {open} open");
    }

    [Fact]
    public void What_nobody_buys_is_weak_and_no_gap()
    {
        var facts = new ChainFacts([new("a", "甲", "吨"), new("b", "乙", "吨"), new("c", "丙", "吨")], [], [new(ChainCases.Firm(1), "a", 9, 0), new(ChainCases.Firm(1), "b", 9, 0), new(ChainCases.Firm(1), "c", 9, 0)],
            [new(ChainCases.Firm(2), "b", 1), new(ChainCases.Firm(2), "c", 0)], []);
        var health = ChainHealth.Judge(facts, HealthRule.Default);
        Assert.All(health, node => Assert.Equal(Health.Weak, node.Health));
        Assert.Equal("b", Assert.Single(ChainGaps.Find(facts, health, GapRule.Default).Gaps).Node.Product.Key);
    }

    [Fact]
    public void Second_tier_on_generated_districts()
    {
        var (found, unknown) = (0, 0);
        for (var seed = 0; seed < 800; seed++)
        {
            var chain = ChainCases.Make(seed);
            var health = ChainHealth.Judge(chain.Facts(), HealthRule.Default);
            var report = ChainGaps.Find(chain.Facts(), health, GapRule.Default);
            var spare = health.ToDictionary(n => n.Product.Key, n => n.Health == Health.Unknown ? null : n.Makers == 0 ? 0 : n.Spare);
            var (needed, missing) = (new Dictionary<string, decimal>(), new Dictionary<string, decimal>());
            var wave = report.Gaps.ToDictionary(g => g.Node.Product.Key, g => g.Shortfall.For(Viewer.Calculation).Exact!.Value);
            Walk(wave, 3);
            foreach (var gap in report.Derived)
            {
                var key = gap.Product.Key;
                Assert.Equal(needed[key], gap.Needed.For(Viewer.Calculation).Exact);
                Assert.Equal(spare[key] is null ? null : missing[key], gap.Missing.For(Viewer.Calculation).Exact);
                if (spare[key] is null) unknown++;
                else found++;
            }

            Assert.Equal(needed.Keys.Where(key => spare[key] is null || missing.GetValueOrDefault(key) > 0).Order(), report.Derived.Select(g => g.Product.Key).Order());

            void Walk(Dictionary<string, decimal> from, int steps)
            {
                if (steps == 0) return;
                var next = new Dictionary<string, decimal>();
                foreach (var input in from.SelectMany(pair => chain.Links.Where(l => l.To == pair.Key && l.Coefficient > 0 && pair.Value > 0).Select(l => (l.From, Units: l.Coefficient!.Value * pair.Value))).GroupBy(n => n.From))
                {
                    var units = input.Sum(n => n.Units);
                    needed[input.Key] = needed.GetValueOrDefault(input.Key) + units;
                    if (spare[input.Key] is not { } left) continue;
                    spare[input.Key] = Math.Max(0, left - units);
                    missing[input.Key] = missing.GetValueOrDefault(input.Key) + Math.Max(0, units - left);
                    next[input.Key] = Math.Max(0, units - left);
                }

                Walk(next, steps - 1);
            }
        }

        Assert.True(found > 200 && unknown > 50, $"{found} found, {unknown} unknown");
    }

    [Fact]
    public void A_cycle_of_inputs_that_grows_ends_and_does_not_overflow()
    {
        var facts = new ChainFacts([new("a", "甲", "吨", 1), new("b", "乙", "吨", 1)], [new("a", "b", LinkMeaning.InputOf, 79_000_000_000_000m), new("b", "a", LinkMeaning.InputOf, 79_000_000_000_000m)], [],
            [new(ChainCases.Firm(1), "a", 10, 3, PurchaseOrigin.Outside), new(ChainCases.Firm(1), "b", 10, 3, PurchaseOrigin.Outside)], []);
        var report = ChainGaps.Find(facts, ChainHealth.Judge(facts, HealthRule.Default), new(10, 10));
        Assert.Equal(2, report.Derived.Count);
        Assert.Throws<ArgumentException>(() => ChainGaps.Find(facts, ChainHealth.Judge(facts, HealthRule.Default), new(0)));
    }

    /// <summary>Six thousand gaps feed one hub that feeds six thousand products made here: counted one by one that would be 36 million steps.</summary>
    [Fact]
    public void A_hub_that_everything_feeds_is_counted_the_same()
    {
        const int Each = 6_000;
        var facts = new ChainFacts(Enumerable.Range(0, 2 * Each + 1).Select(i => new ChainProduct($"{i}", $"{i}", "吨")),
            Enumerable.Range(0, Each).SelectMany(i => new[] { new ProductLink($"{i}", "12000", LinkMeaning.InputOf), new ProductLink("12000", $"{Each + i}", LinkMeaning.InputOf) })
                .Concat([new ProductLink("5", "5999", LinkMeaning.InputOf), new ProductLink("5999", "5", LinkMeaning.InputOf), new ProductLink("6001", "5999", LinkMeaning.InputOf)]),
            Enumerable.Range(Each, Each).Select(i => new MakerLine(ChainCases.Firm(i), $"{i}", 9, 0)).Append(new MakerLine(ChainCases.Firm(5), "5999", 1, 0)),
            Enumerable.Range(0, Each).Select(i => new BuyerLine(ChainCases.Firm(i), $"{i}", 5)), []);
        var gaps = ChainGaps.Find(facts, ChainHealth.Judge(facts, HealthRule.Default), GapRule.Default).Gaps;
        Assert.All(gaps.Where(gap => int.Parse(gap.Node.Product.Key) < Each), gap => Assert.Equal(Each + (gap.Node.Product.Key == "5999" ? 0 : 1), gap.Dependents));
    }

    [Fact]
    public void Links_that_differ_are_unknown_and_said()
    {
        var facts = new ChainFacts([new("a", "氧化铝", "吨"), new("b", "原铝", "吨")], [new("a", "b", LinkMeaning.InputOf, 1.93m), new("a", "b", LinkMeaning.InputOf), new("a", "b", LinkMeaning.InputOf, 2)], [],
            [new(ChainCases.Firm(1), "b", 10, 3, PurchaseOrigin.Outside)], []);
        var report = ChainGaps.Find(facts, ChainHealth.Judge(facts, HealthRule.Default), GapRule.Default);
        Assert.Equal(["原铝 消耗 氧化铝 的单耗未知，未推算"], report.UnknownCoefficients.Select(u => u.Sentence));
        Assert.Empty(report.Derived);
    }

    /// <summary>Two gaps of one buyer each, in one band: their order must not say which is larger.</summary>
    [Fact]
    public void The_order_of_bands_gives_nothing_away()
    {
        foreach (var (a, b) in new[] { (11_000m, 29_000m), (29_000m, 11_000m) })
        {
            var facts = new ChainFacts([new("a", "甲", "吨"), new("b", "乙", "吨")], [], [],
                [new(ChainCases.Firm(1), "a", 1, a, PurchaseOrigin.Outside), new(ChainCases.Firm(2), "b", 1, b, PurchaseOrigin.Outside)], []);
            var report = ChainGaps.Find(facts, ChainHealth.Judge(facts, HealthRule.Default), GapRule.Default);
            Assert.Equal(["乙", "甲"], report.Ranked(Viewer.Stranger).Select(g => g.Node.Product.Name));
            Assert.Equal(a > b ? "甲" : "乙", report.Ranked(Viewer.Calculation)[0].Node.Product.Name);
            Assert.True(report.TotalLeaving(Viewer.Stranger).IsBand);
        }
    }
}
