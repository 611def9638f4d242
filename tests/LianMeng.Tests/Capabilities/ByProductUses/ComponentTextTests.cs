using System.Globalization;
using LianMeng.Capabilities.ByProductUses.Public;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Tests.Capabilities.ByProductUses;

/// <summary>Specifications and compositions as people write them.</summary>
public sealed class ComponentTextTests
{
    [Theory]
    [InlineData("Al≥90%，Fe≤0.8%", "Al≥90%，Fe≤0.8%")]
    [InlineData("含铝不低于90，铁 不超过 0.8 %", "Al≥90%，Fe≤0.8%")]
    [InlineData("AL＞＝20％；al≤60%;水分<3", "Al 20%–60%，水分≤3%")]
    [InlineData("铝含量 40–60%、氯化钠≤5‰\nF≤500ppm", "Al 40%–60%，NaCl≤0.5%，F≤0.05%")]
    [InlineData("", "")]
    public void Limits_are_read_and_shown_back_in_one_spelling(string text, string words)
    {
        Assert.True(ComponentText.TryParseLimits(text, out var limits, out var problem), problem);
        Assert.Equal(words, ComponentText.Words(limits));
        Assert.True(ComponentText.TryParseLimits(words, out var again, out _));
        Assert.Equal(limits, again);
    }

    [Theory]
    [InlineData("干净的", "看不懂“干净的”")]
    [InlineData("Al 90%", "没有写是至少还是至多")]
    [InlineData("Al≥90%，Al≥80%", "写了两次")]
    [InlineData("Al≥90%，Al≤80%", "没有东西符合")]
    [InlineData("Al 60–40%", "下限高于上限")]
    [InlineData("Fe≤120%", "0–100%")]
    [InlineData("Fe≤-1%", "看不懂")]
    public void What_cannot_be_read_is_named(string text, string expected)
    {
        Assert.False(ComponentText.TryParseLimits(text, out var limits, out var problem));
        Assert.Empty(limits);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_composition_is_read_in_the_same_grammar()
    {
        Assert.True(ComponentText.TryParseComposition("含铝40%–60%，NaCl 10%，F≤2，铁:0.35%", out var shares, out var problem), problem);
        Assert.Equal([("Al", 50m), ("NaCl", 10m), ("F", 2m), ("Fe", 0.35m)], shares.Select(s => (s.Key, s.Value)));
        Assert.True(ComponentText.TryParseComposition(null, out var none, out _));
        Assert.Empty(none);
        Assert.False(ComponentText.TryParseComposition("主要是铝", out _, out _));
    }

    /// <summary>Whatever the numbers: what is written out is read as it was.</summary>
    [Fact]
    public void Every_limit_survives_being_written_and_read()
    {
        var dice = new Random(6);
        for (var i = 0; i < 500; i++)
        {
            decimal Share() => decimal.Round((decimal)dice.NextDouble() * 100, dice.Next(0, 5));
            var (one, two) = (Share(), Share());
            var (least, most) = dice.Next(3) switch { 0 => ((decimal?)one, (decimal?)null), 1 => (null, (decimal?)one), _ => (Math.Min(one, two), Math.Max(one, two) + (one == two ? -0m : 0m)) };
            if (least == most) continue;
            ComponentLimit[] limits = [new("Al", least, most)];
            Assert.True(ComponentText.TryParseLimits(ComponentText.Words(limits), out var read, out var problem), $"{ComponentText.Words(limits)}: {problem}");
            Assert.Equal(limits, read);
        }

        Assert.False(ComponentText.TryParseLimits(new string('9', 5000).ToString(CultureInfo.InvariantCulture), out _, out _));
    }
}
