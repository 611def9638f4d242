using LianMeng.Engine.Standards;

namespace LianMeng.Tests.Engine.Standards;

public class RegionTests
{
    [Theory]
    [InlineData("500107", "重庆市九龙坡区", "九龙坡区", RegionLevel.County)]
    [InlineData("５００１０７", "重庆市九龙坡区", "九龙坡区", RegionLevel.County)]
    [InlineData("500107000000", "重庆市九龙坡区", "九龙坡区", RegionLevel.County)]
    [InlineData("500000", "重庆市", "重庆市", RegionLevel.Province)]
    [InlineData("50", "重庆市", "重庆市", RegionLevel.Province)]
    [InlineData("500229", "重庆市城口县", "城口县", RegionLevel.County)]
    [InlineData("510107", "四川省成都市武侯区", "武侯区", RegionLevel.County)]
    [InlineData("5101", "四川省成都市", "成都市", RegionLevel.Prefecture)]
    [InlineData("441900", "广东省东莞市", "东莞市", RegionLevel.Prefecture)]
    [InlineData("429004", "湖北省仙桃市", "仙桃市", RegionLevel.County)]
    [InlineData("659001", "新疆维吾尔自治区石河子市", "石河子市", RegionLevel.County)]
    [InlineData("620201", "甘肃省嘉峪关市", "嘉峪关市", RegionLevel.County)]
    [InlineData("710000", "台湾省", "台湾省", RegionLevel.Province)]
    public void Codes_have_names(string typed, string name, string shortName, RegionLevel level)
    {
        Assert.True(Region.TryParse(typed, out var region, out var problem), problem);
        Assert.Equal((name, shortName, level), (region.Name, region.ShortName, region.Level));
        Assert.Same(region, region.Current);
    }

    [Theory]
    [InlineData("500224", "重庆市铜梁县", "500151", "重庆市铜梁区")]
    [InlineData("500223", "重庆市潼南县", "500152", "重庆市潼南区")]
    [InlineData("500227", "重庆市璧山县", "500120", "重庆市璧山区")]
    [InlineData("500221", "重庆市长寿县", "500115", "重庆市长寿区")]
    [InlineData("500222", "重庆市綦江县", "500110", "重庆市綦江区")]
    [InlineData("500225", "重庆市大足县", "500111", "重庆市大足区")]
    [InlineData("500226", "重庆市荣昌县", "500153", "重庆市荣昌区")]
    [InlineData("500228", "重庆市梁平县", "500155", "重庆市梁平区")]
    [InlineData("500232", "重庆市武隆县", "500156", "重庆市武隆区")]
    [InlineData("500234", "重庆市开县", "500154", "重庆市开州区")]
    [InlineData("500239", "重庆市黔江土家族苗族自治县", "500114", "重庆市黔江区")]
    [InlineData("500381", "重庆市江津市", "500116", "重庆市江津区")]
    [InlineData("500382", "重庆市合川市", "500117", "重庆市合川区")]
    [InlineData("500383", "重庆市永川市", "500118", "重庆市永川区")]
    [InlineData("500384", "重庆市南川市", "500119", "重庆市南川区")]
    public void Historic_codes_are_valid_and_know_their_successor(string historic, string then, string now, string nowName)
    {
        Assert.True(Region.TryParse(historic, out var region, out var problem), problem);
        Assert.True(region.IsHistoric);
        Assert.Equal(then, region.Name);
        Assert.Equal((now, nowName, false), (region.Current.Code, region.Current.Name, region.Current.IsHistoric));
    }

    [Theory]
    [InlineData("", "行政区划代码为空")]
    [InlineData("50010", "行政区划代码应为 6 位数字，现为 5 位")]
    [InlineData("500107001000", "行政区划代码应为 6 位数字，现为 12 位")]
    [InlineData("5001O7", "行政区划代码第 5 位是“O”，应为数字")]
    [InlineData("九龙坡", "行政区划代码第 1 位是“九”，应为数字")]
    [InlineData("990107", "第 1–2 位“99”不是省级行政区划代码")]
    [InlineData("500999", "重庆市没有代码为 500999 的行政区划（GB/T 2260，截至 2023-06-30，含部分历史代码）")]
    public void A_refusal_names_the_rule(string typed, string expected)
    {
        Assert.False(Region.TryParse(typed, out _, out var problem));
        Assert.Equal(expected, problem);
    }

    [Theory]
    [InlineData("500107", "500107", Proximity.SameCounty)]
    [InlineData("500224", "500151", Proximity.SameCounty)] // the county that became the district
    [InlineData("500107", "500151", Proximity.SameCity)]
    [InlineData("500107", "500229", Proximity.SameCity)] // 市辖区 and 县 of one municipality
    [InlineData("500000", "500107", Proximity.SameCity)]
    [InlineData("510104", "510107", Proximity.SameCity)]
    [InlineData("510100", "510107", Proximity.SameCity)]
    [InlineData("510107", "510703", Proximity.SameProvince)]
    [InlineData("510000", "510107", Proximity.SameProvince)]
    [InlineData("510000", "510000", Proximity.SameProvince)]
    [InlineData("429004", "429005", Proximity.SameProvince)] // counties directly under the province
    [InlineData("429004", "429004", Proximity.SameCounty)]
    [InlineData("500107", "510107", Proximity.Elsewhere)]
    public void Distance_is_told_by_division_in_either_direction(string a, string b, Proximity expected)
    {
        var (first, second) = (Region.Find(a)!, Region.Find(b)!);
        Assert.Equal(expected, Region.DistanceClass(first, second));
        Assert.Equal(expected, Region.DistanceClass(second, first));
    }

    [Fact]
    public void The_table_agrees_with_the_source()
    {
        var rows = TestTable.Read("divisions/districts.tsv").Select(r => (r[0], r[1]))
            .Concat(TestTable.Read("divisions/cities.tsv").Select(r => (r[0] + "00", r[1])))
            .Concat(TestTable.Read("divisions/provinces.tsv").Select(r => (r[0] + "0000", r[1])))
            .Select(r => (Code: r.Item1, Name: r.Item2))
            .ToList();
        Assert.True(rows.Count > 3300);
        Assert.All(rows, row =>
        {
            var region = Region.Find(row.Code);
            Assert.NotNull(region);
            Assert.Equal((row.Name, false), (region.ShortName, region.IsHistoric));
            Assert.NotEmpty(region.Name);
        });
    }

    [Theory]
    [InlineData("九龙坡区", "500107")]
    [InlineData("重庆市九龙坡区", "500107")]
    [InlineData(" 重庆市 铜梁区 ", "500151")]
    [InlineData("四川成都市武侯区", "510107")]
    [InlineData("500107", "500107")]
    public void Names_are_read_as_well_as_codes(string written, string code)
    {
        Assert.True(Region.TryRead(written, out var region, out var problem), problem);
        Assert.Equal(code, region.Code);
    }

    [Theory]
    [InlineData("鼓楼区", "不止一处")]
    [InlineData("乌有区", "没有叫")]
    [InlineData("", "为空")]
    [InlineData(null, "为空")]
    public void A_name_that_says_too_little_is_refused(string? written, string why)
    {
        Assert.False(Region.TryRead(written, out _, out var problem));
        Assert.Contains(why, problem, StringComparison.Ordinal);
    }
}
