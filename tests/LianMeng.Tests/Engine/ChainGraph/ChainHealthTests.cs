using LianMeng.Engine.ChainGraph;

namespace LianMeng.Tests.Engine.ChainGraph;

/// <summary>Against the rule of algorithms.md said line by line.</summary>
public sealed class ChainHealthTests
{
    [Fact]
    public void The_rule_on_generated_districts()
    {
        var seen = new Dictionary<Health, int>();
        for (var seed = 0; seed < 1500; seed++)
        {
            var chain = ChainCases.Make(seed);
            foreach (var node in ChainHealth.Judge(chain.Facts(), HealthRule.Default))
            {
                var key = node.Product.Key;
                var (makers, buyers, expected) = (chain.Makers.Where(l => l.Product == key).ToList(), chain.Buyers.Where(l => l.Product == key).ToList(), chain.Expected.Where(l => l.Product == key).ToList());
                var everybody = makers.Select(l => l.Firm).Concat(buyers.Select(l => l.Firm)).Concat(expected.Select(l => l.Firm)).Distinct().ToList();
                var silent = everybody.Where(f => makers.Exists(l => l.Firm == f && l.CapacityForSale is null) || buyers.Exists(l => l.Firm == f && l.Quantity is null)
                    || (!makers.Exists(l => l.Firm == f) && !buyers.Exists(l => l.Firm == f) && !expected.Exists(l => l.Firm == f && l.HasDeclared))).Order().ToList();
                var d = buyers.Sum(l => l.Quantity ?? 0);
                var q = makers.Sum(l => l.CapacityForSale ?? 0);
                var m = makers.Where(l => l.CapacityForSale != 0).Select(l => l.Firm).Distinct().Count();

                Health Rule()
                {
                    if (everybody.Count == 0 || everybody.Count - silent.Count < 0.6 * everybody.Count) return Health.Unknown;
                    if (d > 0 && m == 0) return Health.Broken;
                    if (m == 1 || q < d) return Health.Weak;
                    if (m >= 3 && q >= 1.5m * d) return Health.Strong;
                    return Health.Sound;
                }

                Assert.Equal(Rule(), node.Health);
                Assert.Equal((d, q, m), (node.Demand.For(Viewer.Calculation).Exact, node.Capacity, node.Makers));
                Assert.Equal(node.Health == Health.Unknown ? silent : [], node.Ask);
                Assert.StartsWith(node.Word, node.Reasons(Viewer.Stranger)[0]);
                seen[node.Health] = seen.GetValueOrDefault(node.Health) + 1;
            }
        }

        Assert.Equal(5, seen.Count);
        Assert.All(seen.Values, count => Assert.True(count > 50));
    }

    [Theory]
    [InlineData(0, Health.Unknown)]
    [InlineData(3, Health.Unknown)]
    [InlineData(5, Health.Unknown)]
    [InlineData(6, Health.Broken)]
    [InlineData(10, Health.Broken)]
    public void With_0_30_and_60_per_cent_declared(int spoke, Health expected)
    {
        var facts = new ChainFacts([new("a", "铝箔", "吨", 5)], [], [],
            Enumerable.Range(0, spoke).Select(i => new BuyerLine(ChainCases.Firm(i), "a", 10, null, PurchaseOrigin.Outside)),
            Enumerable.Range(0, 10).Select(i => new ExpectedDeclarer(ChainCases.Firm(i), "a", i < spoke)));
        var health = ChainHealth.Judge(facts, HealthRule.Default);
        Assert.Equal(expected, health[0].Health);
        Assert.Equal(expected == Health.Unknown ? 10 - spoke : 0, health[0].Ask.Count);
        var report = ChainGaps.Find(facts, health, GapRule.Default);
        Assert.Equal(expected == Health.Unknown ? 0 : 1, report.Ranked(Viewer.Calculation).Count);
        Assert.Equal(expected == Health.Unknown ? 1 : 0, report.ToAsk.Count);
    }

    [Fact]
    public void Sentences_keep_to_the_rule_of_three()
    {
        var facts = new ChainFacts([new("a", "铝箔", "吨")], [], [], [new(ChainCases.Firm(1), "a", 1234)], []);
        var node = ChainHealth.Judge(facts, HealthRule.Default)[0];
        Assert.Equal(["断：本地年需求 1000–3000吨（分档），本地无企业供应", "应申报企业 1 家，已申报 1 家（100%）"], node.Reasons(Viewer.Stranger));
        Assert.Contains("1234吨", node.Reasons(Viewer.Of([ChainCases.Firm(1)]))[0]);
    }

    [Fact]
    public void Wrong_input_is_refused_in_words()
    {
        ChainProduct a = new("a", "甲", "吨"), b = new("b", "乙", "吨");
        Assert.Contains("“a”重复", Refused(() => new([a, a], [], [], [], [])));
        Assert.Contains("“c”", Refused(() => new([a], [], [new(Guid.Empty, "c", 1)], [], [])));
        Assert.Contains("不能与自己", Refused(() => new([a], [new("a", "a", LinkMeaning.InputOf)], [], [], [])));
        Assert.Contains("单耗 -1", Refused(() => new([a, b], [new("a", "b", LinkMeaning.InputOf, -1)], [], [], [])));
        Assert.Contains("年采购量 -1", Refused(() => new([a], [], [], [new(Guid.Empty, "a", -1)], [])));
        Assert.Contains("可供产能 -2", Refused(() => new([a], [], [new(Guid.Empty, "a", -2)], [], [])));
        Assert.Contains("申报率", Assert.Throws<ArgumentException>(() => ChainHealth.Judge(new([], [], [], [], []), new(0))).Message);

        static string Refused(Func<ChainFacts> build) => Assert.Throws<ArgumentException>(() => { build(); }).Message;
    }
}
