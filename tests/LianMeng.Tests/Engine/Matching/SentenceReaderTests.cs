using System.Globalization;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Engine.Matching;

namespace LianMeng.Tests.Engine.Matching;

/// <summary>Sentences as people type them, taken apart; the expectations were written by hand, no engine call stands in them.</summary>
public sealed class SentenceReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly SentenceReader Reader = new(new ChainBackbones().Graph, LianMeng.Engine.Standards.Region.All.Select(r => r.ShortName));

    [Theory]
    [InlineData("求购 ADC12 铝合金锭 每月 200 吨, 送到九龙坡", "Demand", "铝合金锭", "ADC12", "200", "吨/月", null, "500107")]
    [InlineData("求购ADC12铝合金锭每月200吨，送到九龙坡", "Demand", "铝合金锭", "ADC12", "200", "吨/月", null, "500107")]
    [InlineData("急需6061-T6铝板 30 t，交货地：重庆市铜梁区", "Demand", "铝板", "6061-T6", "30", "吨", null, "500151")]
    [InlineData("采购电动车电机，年需1.5万套，要通过IATF16949", "Demand", "电动车电机", null, "15000", "套/年", null, null)]
    [InlineData("供应废铝，每月两百吨左右，15500元/吨", "Supply", "废铝", null, "200", "吨/月", "15500", null)]
    [InlineData("出售铝屑 50吨 每公斤12.5元 在璧山", "Supply", "铝屑", null, "50", "吨", "12500", "500120")]
    [InlineData("找做阳极氧化的厂家，每天三千件", "Demand", "阳极氧化", null, "3000", "件/天", null, null)]
    [InlineData("求购铝板 1220x2440mm", "Demand", "铝板", null, null, null, null, null)]
    [InlineData("求购铝棒100-200吨/月", "Demand", "铝棒", null, "200", "吨/月", null, null)]
    [InlineData("承接压铸件加工，富余产能每月5万件", "Supply", "压铸件", null, "50000", "件/月", null, null)]
    public void A_sentence_is_taken_apart(string text, string? side, string product, string? grade, string? quantity, string? unit, string? price, string? region)
    {
        var read = Reader.Read(text, "500151", Today);
        Assert.Equal(side, read.Side?.ToString());
        Assert.Contains(product, read.Product, StringComparison.Ordinal);
        Assert.Equal((grade, Number(quantity), unit, Number(price), region), (read.Grade, read.Quantity, read.Unit, read.Price, read.RegionCode));
    }

    [Theory]
    [InlineData("求购铝锭，12月15日前到货", "2026-12-15")]
    [InlineData("求购铝锭，1月底前", "2027-01-31")]
    [InlineData("求购铝锭，2027年3月10号之前交货", "2027-03-10")]
    [InlineData("求购铝锭，月底前", "2026-11-30")]
    [InlineData("求购铝锭，2月30日前", null)]
    [InlineData("求购铝锭，2020年3月1日前", null)]
    public void A_day_is_the_next_one_or_none(string text, string? day)
        => Assert.Equal(day, Reader.Read(text, null, Today).Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Fact]
    public void Certificates_are_named_as_the_field_names_them()
        => Assert.Equal(["IATF 16949", "ISO 9001", "CCC", "RoHS"], Reader.Read("求购控制器，要有iatf16949、ISO9001认证和3C，符合rohs", null, Today).Certificates);

    [Theory]
    [InlineData("")]
    [InlineData("，。！？")]
    [InlineData("👍👍👍")]
    [InlineData("哈哈哈哈哈哈哈哈哈")]
    public void What_says_nothing_gives_nothing(string text)
    {
        var read = Reader.Read(text, "500151", Today);
        Assert.Equal((null, null, null, null, null), (read.Side, read.Quantity, read.Unit, read.Price, read.RegionCode));
    }

    /// <summary>Nothing that is typed breaks it or makes it slow: cut, repeated and shuffled pieces of real sentences.</summary>
    [Fact]
    public void Odd_text_is_read_without_harm()
    {
        string[] pieces = ["求购", "铝合金锭", "200吨", "每月", "9999999999999999999999吨", "送到", "九龙坡", "ADC12", "元/吨", "１２月", "32日", "2月", "半", "两千万", "～", "\u0000", "\ud800", "😀", "ISO9001"];
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)]));
            var read = Reader.Read(text, seed % 2 == 0 ? "500151" : null, Today);
            Assert.True(read.Quantity is null or (> 0 and <= 1_000_000_000_000m), text);
            Assert.True(read.Until is null || read.Until >= Today, text);
        }
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
