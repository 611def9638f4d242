using LianMeng.Capabilities.Chains.Public;
using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Standards;
using LianMeng.Host.Demonstration;
using LianMeng.Shared.Text;

namespace LianMeng.Tests.Host;

/// <summary>The invented firms: as many as the reports speak of, none real, and a chain that works and has gaps.</summary>
public sealed class DemonstrationFirmsTests
{
    private static readonly InventedGraph Graph = new(new ChainBackbones());
    private static readonly InventedFirms Firms = new(Graph);

    private static IReadOnlyList<InventedFirm> Tongliang => Firms.All(InventedFirms.Tongliang);

    private static List<InventedFirm> Everybody => [.. Tongliang, .. Firms.All(InventedFirms.Jiulongpo)];

    private static List<InventedFirm> Generated => [.. Firms.Invented(InventedFirms.Tongliang), .. Firms.Invented(InventedFirms.Jiulongpo)];

    [Fact]
    public void There_are_as_many_as_the_reports_speak_of()
    {
        Assert.Equal((664, 60), (Tongliang.Count, Firms.Written(InventedFirms.Tongliang).Count));
        Assert.Equal((110, 40), (Firms.All(InventedFirms.Jiulongpo).Count, Firms.Written(InventedFirms.Jiulongpo).Count));
    }

    [Fact]
    public void They_are_the_same_every_time()
    {
        var again = new InventedFirms(new InventedGraph(new ChainBackbones()));
        Assert.Equal(Generated.Select(Row), again.Invented(InventedFirms.Tongliang).Concat(again.Invented(InventedFirms.Jiulongpo)).Select(Row));
    }

    /// <summary>The dice themselves, after the reference of SplitMix64 for seed 1234567.</summary>
    [Fact]
    public void The_dice_are_those_of_the_reference()
    {
        var dice = new SplitMix64(1_234_567);
        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL, 16408922859458223821UL], Enumerable.Range(0, 5).Select(_ => dice.Next()));
    }

    [Fact]
    public void Names_differ_and_sound_different()
    {
        Assert.Equal(774, Everybody.Select(f => f.Name).Distinct().Count());
        Assert.Equal(774, Everybody.Select(f => Pinyin.Full(f.Name)).Distinct().Count());
        Assert.All(Generated, f => Assert.Matches("^重庆.{4,}(有限公司|有限责任公司)$", f.Name));
    }

    [Fact]
    public void Codes_are_valid_differ_and_are_plainly_invented()
    {
        var coded = Everybody.Where(f => f.Uscc is not null).ToList();
        Assert.Equal(coded.Count, coded.Select(f => f.Uscc).Distinct().Count());
        Assert.All(coded, f =>
        {
            Assert.True(Uscc.TryParse(f.Uscc, out var code, out var problem), problem);
            Assert.Null(code.Warning);
            Assert.Contains(code.OrganisationCode[..4], new[] { "YLTL", "YLJP" });
        });
        Assert.Equal(6, Generated.Count(f => f.Uscc is null));
    }

    [Fact]
    public void Every_industry_is_one_of_the_standard_and_every_size_occurs()
    {
        Assert.All(Generated, f => Assert.Equal(IndustryLevel.Class, IndustryClass.Find(f.Industry)?.Level));
        var sizes = Tongliang.CountBy(f => EnterpriseSize.Assess(f.Industry, f.Staff, f.Revenue, f.Assets).Class).ToDictionary();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(' ', sizes));
        Assert.InRange(sizes[SizeClass.Large], 4, 40);
        Assert.InRange(sizes[SizeClass.Medium], 30, 200);
        Assert.InRange(sizes[SizeClass.Small], 200, 500);
        Assert.InRange(sizes[SizeClass.Micro], 40, 250);
    }

    [Fact]
    public void Telephones_were_never_given_to_anybody_and_differ()
    {
        Assert.All(Generated, f => Assert.Matches("^023-0000[0-9]{4}$", f.Phone));
        var phones = Everybody.Select(f => f.Phone).OfType<string>().ToList();
        Assert.Equal(phones.Count, phones.Distinct().Count());
    }

    [Fact]
    public void A_firm_makes_a_few_things_near_each_other_and_buys_what_goes_into_them()
    {
        var speaking = Generated.Where(f => f.Makes.Count > 0).ToList();
        Assert.Equal(Generated.Count - 4, speaking.Count);
        Assert.All(speaking, f => Assert.InRange(f.Makes.Count, 2, 6));
        Assert.All(speaking, f => Assert.InRange(f.Buys.Count, 3, 8));
        Assert.All(speaking, f => Assert.Equal(f.Makes.Count, f.Makes.Select(l => l.Text).Distinct().Count()));
        // general things aside, what is bought goes into something that is made
        var inputs = speaking.SelectMany(f => f.Buys.Select(b => f.Makes.Any(m => Graph.Inputs(m.Product!).Any(i => i.Key == b.Product)))).ToList();
        Assert.True(inputs.Count(goesIn => goesIn) >= inputs.Count * 6 / 10, $"{inputs.Count(i => i)} of {inputs.Count}");
        Assert.All(speaking, f => Assert.DoesNotContain(f.Buys, b => f.Makes.Any(m => m.Product == b.Product)));
    }

    [Fact]
    public void What_firms_write_is_recognised_as_what_they_mean()
    {
        var lines = Generated.SelectMany(f => f.Makes.Concat(f.Buys).Concat(f.ByProducts)).ToList();
        var misread = lines.Where(l => Graph.Named(l.Text)?.Key != l.Product).Select(l => l.Text).Distinct().ToList();
        Assert.True(misread.Count == 0, string.Join(' ', misread));
        Assert.All(lines, l => Assert.DoesNotMatch("[;；,，、\n]", l.Text));
    }

    [Fact]
    public void Most_products_have_makers_and_buyers_and_some_are_gaps()
    {
        var made = Tongliang.SelectMany(f => f.Makes).Select(l => l.Product).OfType<string>().ToHashSet();
        var bought = Tongliang.SelectMany(f => f.Buys).Select(l => l.Product).OfType<string>().ToHashSet();
        var gaps = bought.Except(made).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"made {made.Count}, bought {bought.Count}, both {made.Intersect(bought).Count()}, gaps {gaps.Count}");
        Assert.True(made.Intersect(bought).Count() >= bought.Count * 6 / 10, $"{made.Intersect(bought).Count()} of {bought.Count}");
        Assert.InRange(gaps.Count, 25, 200);
        Assert.Contains("mcu", gaps);
        Assert.Contains("natural-rubber", gaps);
        Assert.DoesNotContain("ebike-motor", gaps);
    }

    [Fact]
    public void Trades_and_goods_name_only_products_of_the_graph()
    {
        Assert.All(InventedTables.Trades.SelectMany(t => t.Makes).Concat(InventedTables.Traded.Keys), key => Assert.NotNull(Graph.Graph.ByKey(key)));
        Assert.All(InventedTables.Trades, t => Assert.True(Graph.ChainTitles.ContainsKey(t.Chain)));
        Assert.All(InventedTables.Traded.Values, g => Assert.True(g.Low <= g.High && g.Price is { } p && p.Low < p.High));
    }

    [Fact]
    public void By_products_are_those_of_what_is_made()
    {
        Assert.All(Generated.Where(f => f.ByProducts.Count > 0), f => Assert.All(f.ByProducts, b => Assert.Contains(f.Makes, m => Graph.Leftovers(m.Product!).Any(l => l.Key == b.Product))));
        Assert.InRange(Generated.Count(f => f.ByProducts.Count > 0), 80, 500);
    }

    private static string Row(InventedFirm firm)
        => string.Join('|', firm.Name, firm.Uscc, firm.Address, firm.Industry, firm.Staff, firm.Revenue, firm.Assets, Words(firm.Makes), Words(firm.Buys), Words(firm.ByProducts), string.Join('、', firm.Qualifications), firm.Contact, firm.Phone, firm.Chain);

    private static string Words(IReadOnlyList<InventedFirm.Line> lines) => string.Join('、', lines.Select(l => l.Text));
}
