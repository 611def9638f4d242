using LianMeng.Engine.ChainGraph;

namespace LianMeng.Tests.Engine.ChainGraph;

/// <summary>What each viewer may have of a figure, and what he could work out of it.</summary>
public sealed class DisclosureTests
{
    static readonly Guid A = ChainCases.Firm(1), B = ChainCases.Firm(2), C = ChainCases.Firm(3), D = ChainCases.Firm(4);

    [Fact]
    public void Three_buyers_open_a_figure_and_a_firm_sees_its_own()
    {
        var one = new GuardedAmount(123_456, BuyerSet.Of(A), "元");
        Assert.True(one.For(Viewer.Stranger).IsBand);
        Assert.True(one.For(Viewer.Of([B])).IsBand);
        Assert.Equal(123_456, one.For(Viewer.Of([A])).Exact);
        var two = new GuardedAmount(10, BuyerSet.Of(A, B), "吨");
        // A knows its own part: the figure would give B's
        Assert.True(two.For(Viewer.Of([A])).IsBand);
        Assert.Equal(10, two.For(Viewer.Of([A, B])).Exact);
        var three = new GuardedAmount(10, BuyerSet.Of(A, B, C, A), "吨");
        Assert.Equal(3, three.BuyerCount);
        Assert.Equal(10, three.For(Viewer.Stranger).Exact);
        Assert.Equal(10, three.For(Viewer.Of([A])).Exact);
        Assert.True(three.For(Viewer.Of([A, B])).IsBand);
        Assert.Equal(10, three.For(Viewer.Of([A, B, C])).Exact);
        Assert.True(new GuardedAmount(10, BuyerSet.Of(A, A, A), "吨").For(Viewer.Stranger).IsBand);
    }

    [Fact]
    public void More_buyers_than_are_named_still_hide_the_last_one()
    {
        var many = Enumerable.Range(0, 200).Select(ChainCases.Firm).ToArray();
        var figure = new GuardedAmount(10, BuyerSet.Of(many[..100]).With(BuyerSet.Of(many[50..])), "吨");
        Assert.Equal(10, figure.For(Viewer.Stranger).Exact);
        Assert.Equal(10, figure.For(Viewer.Calculation).Exact);
        Assert.True(figure.For(Viewer.Of(many[..199])).IsBand);
    }

    [Theory]
    [InlineData("0", 0, 1)]
    [InlineData("0.99", 0, 1)]
    [InlineData("1", 1, 3)]
    [InlineData("2.999", 1, 3)]
    [InlineData("3", 3, 10)]
    [InlineData("10", 10, 30)]
    [InlineData("29.9", 10, 30)]
    [InlineData("99999", 30000, 100000)]
    [InlineData("-5", -10, -3)]
    public void Bands_are_fixed(string figure, int from, int to) => Assert.Equal((from, to), GuardedAmount.Band(decimal.Parse(figure)));

    [Fact]
    public void It_reads_as_Chinese()
    {
        Assert.Equal("10万–30万元（分档）", new GuardedAmount(123_456, BuyerSet.Of(A), "元").For(Viewer.Stranger).Text);
        Assert.Equal("12.35万元", new GuardedAmount(123_456, BuyerSet.Of(A), "元").For(Viewer.Calculation).Text);
        Assert.Equal("至少 2.5亿元", new GuardedAmount(250_000_000, BuyerSet.Of(A), "元", false).For(Viewer.Calculation).Text);
        Assert.Equal("1亿元以上（分档）", new GuardedAmount(250_000_000, BuyerSet.Of(A), "元", false).For(Viewer.Stranger).Text);
        Assert.Equal("不足 1吨（分档）", new GuardedAmount(0.5m, BuyerSet.Of(A), "吨").For(Viewer.Stranger).Text);
        Assert.Equal("未知", new GuardedAmount(null, BuyerSet.Of(A), "吨").For(Viewer.Calculation).Text);
    }

    [Fact]
    public void The_figure_cannot_be_serialised()
    {
        var json = System.Text.Json.JsonSerializer.Serialize(new GuardedAmount(123_457, BuyerSet.Of(A), "元"));
        Assert.DoesNotContain("123457", json);
        Assert.Contains("BuyerCount", json);
    }

    /// <summary>Whoever sees a total and its parts: what he does not see of the parts is a band, or the sum of at least three buyers of whom he knows at most all but two.</summary>
    [Fact]
    public void A_total_gives_nothing_away_beside_its_parts()
    {
        var (exact, banded) = (0, 0);
        Guid[] firms = [A, B, C, D];
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var parts = Enumerable.Range(0, random.Next(1, 5)).Select(_ => (Figure: (decimal)random.Next(1, 5000), Buyers: firms.Where(_ => random.Next(2) == 0).ToArray()))
                .Where(part => part.Buyers.Length > 0).ToArray();
            Guid[] known = [.. firms.Where(_ => random.Next(4) == 0)];
            var viewer = Viewer.Of(known);
            var guarded = parts.Select(part => new GuardedAmount(part.Figure, BuyerSet.Of(part.Buyers), "元")).ToArray();
            var total = GuardedAmount.Total(guarded, viewer, "元");
            var hidden = parts.Where((_, i) => guarded[i].For(viewer).Exact is null).ToArray();
            var sum = parts.Sum(part => part.Figure);
            if (total.Exact is { } figure)
            {
                exact++;
                Assert.Equal(sum, figure);
                var buyers = hidden.SelectMany(part => part.Buyers).Distinct().ToArray();
                Assert.True(hidden.Length == 0 || (buyers.Length >= 3 && buyers.Except(known).Count() >= 2));
            }
            else
            {
                banded++;
                Assert.True(total.From <= sum && sum <= total.To);
                // the total's edges follow from what is shown of the parts: it adds nothing to them
                Assert.Equal(total.From, guarded.Sum(part => part.For(viewer) is var shown ? shown.Exact ?? shown.From : 0));
                Assert.Equal(total.To, guarded.Sum(part => part.For(viewer) is var shown ? shown.Exact ?? shown.To : 0));
            }
        }

        Assert.True(exact > 200 && banded > 200, $"{exact} exact, {banded} banded");
        Assert.Throws<ArgumentException>(() => GuardedAmount.Total([new(1, BuyerSet.None, "吨")], Viewer.Stranger, "元"));
    }
}
