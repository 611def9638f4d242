using LianMeng.Engine.ChainGraph;

namespace LianMeng.Tests.Engine.ChainGraph;

public sealed class StepDownsTests
{
    [Fact]
    public void Next_stages_with_unmet_demand_on_generated_districts()
    {
        var found = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var chain = ChainCases.Make(seed);
            var facts = chain.Facts();
            var health = ChainHealth.Judge(facts, HealthRule.Default);
            var firm = ChainCases.Firm(seed % 12);
            var made = chain.Makers.Where(l => l.Firm == firm).Select(l => l.Product).ToHashSet();
            var expected = health.Where(n => n.Health != Health.Unknown && !made.Contains(n.Product.Key) && n.Demand.For(Viewer.Calculation).Exact > n.Capacity
                && chain.Links.Any(l => l.To == n.Product.Key && made.Contains(l.From))).ToList();
            var rows = StepDowns.For(facts, health, firm);
            Assert.Equal(expected, rows.Select(row => row.Node));
            foreach (var row in rows)
            {
                found++;
                var unmet = row.Node.Demand.For(Viewer.Calculation).Exact - row.Node.Capacity;
                Assert.Equal(unmet, row.Unmet.For(Viewer.Calculation).Exact);
                Assert.Equal(unmet * row.Node.Product.ReferencePrice, row.Value.For(Viewer.Calculation).Exact);
                for (var i = 0; i < row.From.Count; i++)
                    Assert.Equal(unmet * chain.Links.Single(l => l.From == row.From[i] && l.To == row.Node.Product.Key).Coefficient, row.Uses[i].For(Viewer.Calculation).Exact);
                Assert.Equal(chain.Links.Where(l => l.To == row.Node.Product.Key && !made.Contains(l.From) && health.Single(n => n.Product.Key == l.From).Health == Health.Broken).Select(l => l.From).Order(), row.AlsoMissing);
            }

            var ranked = StepDowns.Ranked(rows, Viewer.Calculation).Select(row => row.Value.For(Viewer.Calculation).Exact).ToList();
            Assert.Equal(ranked.OrderByDescending(v => v ?? -1), ranked);
        }

        Assert.True(found > 40, $"{found}");
    }
}
