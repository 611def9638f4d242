using LianMeng.Engine.ChainGraph;
using LianMeng.Tests.Engine.Matching;
using LianMeng.Tests.Engine.Text;

namespace LianMeng.Tests.Engine.ChainGraph;

public sealed class ProductGraphTests
{
    readonly ProductGraph graph = Firms.Graph;

    [Theory]
    [InlineData("再生铝锭", "再生铝")]
    [InlineData("ＡＤＣ－１２", "铝合金锭 ADC12")]
    [InlineData("铝合金锭ADC12", "铝合金锭 ADC12")]
    [InlineData("铝 箔", "铝箔")]
    [InlineData("铝", null)]
    [InlineData("", null)]
    public void Found_by_name_or_alias(string words, string? expected) => Assert.Equal(expected, graph.Find(words)?.Name);

    [Fact]
    public void The_longest_mention_wins_and_says_where_it_stands()
    {
        var mentions = graph.Mentions("求购再生铝锭 ADC12，不要铝合金锭");
        Assert.Equal(["再生铝锭", "ADC12", "铝合金锭"], mentions.Select(mention => mention.Words));
        Assert.Equal((2, 4), (mentions[0].Start, mentions[0].Length));
        Assert.Equal((7, 5), (mentions[1].Start, mentions[1].Length));
    }

    [Fact]
    public void A_grade_is_not_found_inside_a_longer_number()
    {
        Assert.Empty(graph.Mentions("XADC12"));
        Assert.Empty(graph.Mentions("ADC123"));
        Assert.Single(graph.Mentions("ADC12铝"));
        Assert.Single(graph.Mentions("牌号 ADC12-Z"));
    }

    [Fact]
    public void Neighbours_and_paths_say_what_links_them()
    {
        Assert.Equal(["原铝", "再生铝"], graph.Upstream("ingot").Select(product => product.Name));
        Assert.Equal(["铝压铸件", "铝合金轮毂"], graph.Downstream("ingot").Select(product => product.Name));
        Assert.Equal(["再生铝 是 铝合金锭 的上游"], graph.Path("recycled", "ingot")!.Sentences);
        Assert.Equal(["再生铝 是 铝合金锭 的上游"], graph.Path("ingot", "recycled")!.Sentences);
        Assert.Equal(["铝合金锭 ADC12 是 铝合金锭 的一种", "再生铝 是 铝合金锭 的上游"], graph.Path("adc12", "recycled")!.Sentences);
        Assert.Null(graph.Path("bauxite", "foil"));
        Assert.Null(graph.Path("foil", "foil"));
        Assert.Null(graph.Path("nothing", "foil"));
    }

    [Fact]
    public void Wrong_content_is_refused_with_the_key_named()
    {
        Product a = new("a", "甲", [], "", ProductKind.Product), b = new("b", "乙", [], "", ProductKind.Product);
        Assert.Contains("“a”", Assert.Throws<ArgumentException>(() => new ProductGraph([a, a], [])).Message);
        Assert.Contains("c", Assert.Throws<ArgumentException>(() => new ProductGraph([a, b], [new("a", "c", LinkMeaning.InputOf)])).Message);
        Assert.Throws<ArgumentException>(() => new ProductGraph([a], [new("a", "a", LinkMeaning.InputOf)]));
    }

    /// <summary>Against breadth-first search over the plain list of links.</summary>
    [Fact]
    public void Paths_are_the_shortest_up_to_two_links()
    {
        for (var seed = 1u; seed <= 100; seed++)
        {
            var dice = new Dice(seed);
            var products = Enumerable.Range(0, 7).Select(i => new Product($"{i}", $"品{i}", [], "", ProductKind.Product)).ToArray();
            var links = Enumerable.Range(0, dice.Below(9)).Select(_ => (From: dice.Below(7), To: dice.Below(7))).Where(pair => pair.From != pair.To)
                .Select(pair => new ProductLink($"{pair.From}", $"{pair.To}", (LinkMeaning)dice.Below(4))).ToArray();
            var tested = new ProductGraph(products, links);
            for (var from = 0; from < 7; from++)
            {
                var near = Around([$"{from}"], links);
                var far = Around(near, links);
                for (var to = 0; to < 7; to++)
                {
                    var expected = from == to || !far.Contains($"{to}") ? 0 : near.Contains($"{to}") ? 1 : 2;
                    var path = tested.Path($"{from}", $"{to}");
                    Assert.Equal(expected, path?.Links.Count ?? 0);
                    if (path is null) continue;
                    Assert.All(path.Links, link => Assert.Contains(link, links));
                    Assert.Equal(path.Links.Select(tested.Say), path.Sentences);
                }
            }
        }

        static HashSet<string> Around(HashSet<string> keys, ProductLink[] links) =>
            [.. keys, .. links.Where(link => keys.Contains(link.From)).Select(link => link.To), .. links.Where(link => keys.Contains(link.To)).Select(link => link.From)];
    }

    [Fact]
    public void The_shortest_way_is_as_short_as_all_pairs_say()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var keys = Enumerable.Range(0, random.Next(2, 12)).Select(i => $"p{i}").ToList();
            var links = Enumerable.Range(0, random.Next(0, 18)).Select(_ => (From: random.Next(keys.Count), To: random.Next(keys.Count))).Where(l => l.From != l.To).ToList();
            var asked = new ProductGraph(keys.Select(k => new Product(k, k, [], "", ProductKind.Product)), links.Select(l => new ProductLink(keys[l.From], keys[l.To], (LinkMeaning)random.Next(4))));
            // Floyd and Warshall, the way of the textbook.
            var steps = new int[keys.Count, keys.Count];
            for (var a = 0; a < keys.Count; a++)
                for (var b = 0; b < keys.Count; b++) steps[a, b] = a == b ? 0 : links.Exists(l => (l.From == a && l.To == b) || (l.From == b && l.To == a)) ? 1 : 1_000;
            for (var via = 0; via < keys.Count; via++)
                for (var a = 0; a < keys.Count; a++)
                    for (var b = 0; b < keys.Count; b++) steps[a, b] = Math.Min(steps[a, b], steps[a, via] + steps[via, b]);

            for (var a = 0; a < keys.Count; a++)
                for (var b = 0; b < keys.Count; b++)
                {
                    var way = asked.Shortest(keys[a], keys[b]);
                    Assert.Equal(steps[a, b] is 0 or >= 1_000 ? null : steps[a, b], way?.Links.Count);
                    var at = keys[a];
                    foreach (var link in way?.Links ?? []) at = link.From == at ? link.To : link.To == at ? link.From : throw new InvalidOperationException("The way has a hole.");
                    if (way is not null) Assert.Equal(keys[b], at);
                }
        }
    }
}
