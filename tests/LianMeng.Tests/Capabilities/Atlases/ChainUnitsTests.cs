using LianMeng.Capabilities.Atlases;
using LianMeng.Capabilities.Atlases.Analyses;
using LianMeng.Capabilities.Atlases.Tasks;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.ChainGraph;

namespace LianMeng.Tests.Capabilities.Atlases;

/// <summary>One unit a product: what can be converted is, what cannot is said and counts as not declared.</summary>
public sealed class ChainUnitsTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("公斤", "吨", "0.001")]
    [InlineData("万吨", "吨", "10000")]
    [InlineData("万只", "只", "10000")]
    [InlineData("只", "只", "1")]
    [InlineData("kWh", "万千瓦时", "0.0001")]
    [InlineData("度", "千瓦时", "1")]
    [InlineData("百万件", "万件", "100")]
    [InlineData("卷", "吨", null)]
    [InlineData("件", "只", null)]
    public void Units_of_one_family_are_converted_and_others_are_not(string from, string to, string? factor)
        => Assert.Equal(factor is null ? null : decimal.Parse(factor, System.Globalization.CultureInfo.InvariantCulture), ChainUnits.Factor(from, to));

    [Theory]
    [InlineData("1.93", "t/t", "吨", "吨", "1.93")]
    [InlineData("13500", "kWh/t", "万千瓦时", "吨", "1.35")]
    [InlineData("20", "kg/t", "吨", "公斤", "0.00002")]
    [InlineData("1.93", "t/t", "吨", "件", null)]
    [InlineData("1.93", "garbage", "吨", "吨", null)]
    [InlineData("4", null, "只", "辆", "4")]
    [InlineData("4", null, "只", null, null)]
    public void A_coefficient_is_converted_into_the_units_of_its_products(string value, string? unit, string? from, string? to, string? expected)
        => Assert.Equal(expected is null ? null : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), ChainUnits.Coefficient(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit, from, to));

    [Fact]
    public void Lines_that_cannot_be_used_count_as_not_declared_and_say_why()
    {
        var content = new AtlasContent([], [new() { Key = "a", Name = "甲", Unit = "吨" }, new() { Key = "b", Name = "乙" }, new() { Key = "c", Name = "丙", ReferencePrice = 5 }], [new("a", "b", LinkMeaning.InputOf, 2, "t/t"), new("a", "c", LinkMeaning.InputOf, 2, "t/t")]);
        var (facts, lines, links) = new LinePlacing(content, Now.AddDays(-180), 180).Place(
        [
            ("a", 1, Line(5, "卷")), ("a", 1, Line(5, null)), ("a", 1, Line(null, "吨")), ("a", 2, Line(5, "吨")), ("a", 1, Line(5, "吨") with { AsOf = Now.AddDays(-181) }), ("a", 1, Line(500, "公斤") with { PriceLow = 3 }),
            ("b", 1, Line(1, "件")), ("b", 1, Line(1, "件")), ("b", 1, Line(1, "吨")),
        ]);
        Assert.Equal(
            ["单位“卷”不能换算为“吨”", "填了数量，没有写单位", "没有填写年数量", "一行写了 2 种产品，数量无法拆分", "超过 180 天没有更新或确认", null, null, null, "单位“吨”不能换算为“件”"], lines.Select(l => l.Problem));
        Assert.Equal((0.5m, 3000m), (lines[5].Quantity, lines[5].PriceLow));
        // the unit most lines use, else what a coefficient counts in; a price without a unit of the atlas says nothing
        Assert.Equal(["吨", "件", "吨"], facts.Products.Select(p => p.Unit));
        Assert.Null(facts.Products[2].ReferencePrice);
        Assert.Equal([null, 2m], links.Select(l => l.Coefficient));
    }

    [Fact]
    public void A_by_product_is_supply_by_the_lower_edge_of_its_band()
    {
        var (facts, _, _) = new LinePlacing(new([], [new() { Key = "a", Name = "铝屑", Unit = "吨" }], []), Now.AddDays(-180), 180).Place([("a", 1, Line(456, "吨") with { Role = FirmLineRole.ByProduct }), ("a", 1, Line(100, "吨"))]);
        var node = Assert.Single(ChainHealth.Judge(facts, HealthRule.Default));
        Assert.Equal((300m, 1, Health.Weak), (node.Capacity, node.Makers, node.Health));
        var (waste, _, _) = new LinePlacing(new([], [new() { Key = "a", Name = "污泥", Unit = "吨" }], []), Now.AddDays(-180), 180).Place([("a", 1, Line(456, "吨") with { Role = FirmLineRole.ByProduct })]);
        Assert.Equal(Health.Unknown, Assert.Single(ChainHealth.Judge(waste, HealthRule.Default)).Health);
    }

    [Fact]
    public void A_row_is_named_the_same_way_back_and_forth()
    {
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var row in new[] { AtlasRow.Gap("a:b"), AtlasRow.Substitution(one, other, "铝"), AtlasRow.Stop(one), AtlasRow.SingleSupplier(one, "x") })
        {
            var back = AtlasRow.Parse(row.Key);
            Assert.Equal((row.Key, row.Product, row.Analysis), (back?.Key, back?.Product, back!.Analysis));
            Assert.Equal(row.Firms, back.Firms);
        }

        Assert.All(new[] { null, "", "gap", "gap:", "sub:x:y:z", "stop:", "nothing:a" }, text => Assert.Null(AtlasRow.Parse(text)));
    }

    private static FirmLine Line(decimal? quantity, string? unit)
        => new(Guid.CreateVersion7(), Guid.CreateVersion7(), FirmLineRole.Buys, "甲", quantity, unit, null, null, null, null, null, null, null, null, null, null, null, Now);
}
