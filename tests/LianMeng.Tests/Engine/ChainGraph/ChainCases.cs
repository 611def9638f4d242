using LianMeng.Engine.ChainGraph;

namespace LianMeng.Tests.Engine.ChainGraph;

/// <summary>Small generated districts for the analyses: few firms and round figures, so that bounds are hit; cycles of inputs and gaps in what is known are common.</summary>
sealed record ChainCases(ChainProduct[] Products, ProductLink[] Links, MakerLine[] Makers, BuyerLine[] Buyers, ExpectedDeclarer[] Expected)
{
    public static Guid Firm(int i) => new(i + 1, 0, 0, new byte[8]);

    public ChainFacts Facts() => new(Products, Links, Makers, Buyers, Expected);

    public static ChainCases Make(int seed)
    {
        var random = new Random(seed);
        var count = random.Next(2, 9);
        int P() => random.Next(count);
        decimal? Some(int limit) => random.Next(5) == 0 ? null : random.Next(limit);
        var products = Enumerable.Range(0, count).Select(i => new ChainProduct($"p{i}", $"品{i}", "吨", Some(6))).ToArray();
        var links = Enumerable.Range(0, random.Next(2 * count)).Select(_ => (From: P(), To: P())).Where(pair => pair.From != pair.To).Distinct()
            .Select(pair => new ProductLink($"p{pair.From}", $"p{pair.To}", LinkMeaning.InputOf, random.Next(4) == 0 ? null : (decimal)random.Next(5) / 2)).ToArray();
        var makers = Enumerable.Range(0, random.Next(2 * count)).Select(_ => new MakerLine(Firm(random.Next(12)), $"p{P()}", Some(8), Some(4))).ToArray();
        var buyers = Enumerable.Range(0, random.Next(3 * count)).Select(_ => new BuyerLine(Firm(random.Next(12)), $"p{P()}", Some(6), Some(5), (PurchaseOrigin)random.Next(3))).ToArray();
        var expected = Enumerable.Range(0, random.Next(3 * count)).Select(_ => new ExpectedDeclarer(Firm(random.Next(16)), $"p{P()}", random.Next(3) > 0)).ToArray();
        return new(products, links, makers, buyers, expected);
    }
}
