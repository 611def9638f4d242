using LianMeng.Engine.Standards;

namespace LianMeng.Tests.Engine.Standards;

public class EnterpriseSizeTests
{
    private const decimal Plenty = 10_000_000;

    // industry code; indicator letter and lower bounds large/medium/small of the first and the second indicator
    private static readonly (string Codes, string First, string Second)[] Rows =
    [
        ("A 01 0111 0549", "Y 20000/500/50", ""),
        ("B C D 0610 32 3252 4411", "X 1000/300/20", "Y 40000/2000/300"),
        ("E 47 4710", "Y 80000/6000/300", "Z 80000/5000/300"),
        ("51 5164", "X 200/20/5", "Y 40000/5000/1000"),
        ("52 5211", "X 300/50/10", "Y 20000/500/100"),
        ("54 55 56 57 58 5910", "X 1000/300/20", "Y 30000/3000/200"),
        ("59 5920 5990", "X 200/100/20", "Y 30000/1000/100"),
        ("60 6010", "X 1000/300/20", "Y 30000/2000/100"),
        ("H 61 62 6110 6210", "X 300/100/10", "Y 10000/2000/100"),
        ("63 64 6311 6421", "X 2000/100/10", "Y 100000/1000/100"),
        ("65 6513", "X 300/100/10", "Y 10000/1000/50"),
        ("7010 701", "Y 200000/1000/100", "Z 10000/5000/2000"),
        ("702 7020", "X 1000/300/100", "Y 5000/1000/500"),
        ("L 71 7211", "X 300/100/10", "Z 120000/8000/100"),
        ("M N O R 85 8511 703 709 7030 7090 7320", "X 300/100/10", ""),
    ];

    public static TheoryData<string, string, string> Table()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (codes, first, second) in Rows)
        {
            foreach (var code in codes.Split(' '))
            {
                data.Add(code, first, second);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_bound_of_the_table_divides_exactly_there(string code, string first, string second)
    {
        foreach (var (row, other) in new[] { (first, second), (second, first) }.Where(r => r.Item1.Length > 0))
        {
            var bounds = row[2..].Split('/').Select(decimal.Parse).ToArray();
            var classes = new[] { SizeClass.Large, SizeClass.Medium, SizeClass.Small, SizeClass.Micro };
            for (var i = 0; i < 3; i++)
            {
                Assert.Equal(classes[i], Assess(code, row[0], bounds[i]).Class);
                Assert.Equal(classes[i + 1], Assess(code, row[0], bounds[i] - 0.01m).Class);
            }

            // the second indicator counts: without it large is not reached
            var alone = row[0] switch
            {
                'X' => EnterpriseSize.Assess(code, Plenty, null, null),
                'Y' => EnterpriseSize.Assess(code, null, Plenty, null),
                _ => EnterpriseSize.Assess(code, null, null, Plenty),
            };
            Assert.Equal(other.Length == 0 ? SizeClass.Large : SizeClass.Unknown, alone.Class);
        }
    }

    [Theory]
    [InlineData(1200, 1500, SizeClass.Small)]
    [InlineData(1000, 40000, SizeClass.Large)]
    [InlineData(19, 50000, SizeClass.Micro)]
    [InlineData(300, 2000, SizeClass.Medium)]
    [InlineData(0, 0, SizeClass.Micro)]
    public void The_vectors_for_industry(int staff, int revenue, SizeClass expected) =>
        Assert.Equal(expected, EnterpriseSize.Assess("3252", staff, revenue, null).Class);

    [Fact]
    public void The_reason_explains_each_indicator()
    {
        var result = EnterpriseSize.Assess("3252", 1200, 1500, null);
        Assert.Equal(
            "工业：从业人员 1200 人：达到大型下限 1000；营业收入 1500 万元：仅达到小型下限 300，未达到中型下限 2000；取最低：小型。按申报数据测算，非统计认定",
            result.Reason);
        Assert.Equal((SizeClass.Small, SizeClass.Small), (result.Lowest, result.Highest));
    }

    [Fact]
    public void A_missing_indicator_gives_bounds_and_never_counts_as_zero()
    {
        var result = EnterpriseSize.Assess("3252", 350, null, null);
        Assert.Equal((SizeClass.Unknown, SizeClass.Micro, SizeClass.Medium), (result.Class, result.Lowest, result.Highest));
        Assert.Equal(
            "工业：从业人员 350 人：达到中型下限 300，未达到大型下限 1000；缺营业收入；最高可能为中型，最低可能为微型。按申报数据测算，非统计认定",
            result.Reason);

        var nothing = EnterpriseSize.Assess("3252", null, null, 5000);
        Assert.Equal((SizeClass.Unknown, SizeClass.Micro, SizeClass.Large), (nothing.Class, nothing.Lowest, nothing.Highest));
    }

    [Fact]
    public void One_micro_indicator_decides_even_when_the_other_is_missing()
    {
        // the method: 微型企业只须满足所列指标中的一项即可
        var result = EnterpriseSize.Assess("3252", 19, null, null);
        Assert.Equal((SizeClass.Micro, SizeClass.Micro, SizeClass.Micro), (result.Class, result.Lowest, result.Highest));
        Assert.Contains("缺营业收入；一项指标为微型即为微型", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_figure_is_named_and_says_nothing()
    {
        var result = EnterpriseSize.Assess("3252", -5, 50000, null);
        Assert.Equal((SizeClass.Unknown, SizeClass.Large), (result.Class, result.Highest));
        Assert.Contains("从业人员 -5 为负数，按缺失处理", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("53")] // railways
    [InlineData("5311")]
    [InlineData("6621")]
    [InlineData("J")]
    [InlineData("P")]
    [InlineData("84")] // health: the social work of the 2017 edition is 85
    [InlineData("7040")]
    [InlineData("S")]
    [InlineData("T")]
    public void Industries_outside_the_method_are_not_applicable(string code)
    {
        var result = EnterpriseSize.Assess(code, 1200, 50000, 50000);
        Assert.Equal(SizeClass.NotApplicable, result.Class);
        Assert.EndsWith("不在大中小微型企业划分办法的适用范围内", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("F", "过宽")]
    [InlineData("G", "过宽")]
    [InlineData("I", "过宽")]
    [InlineData("K", "过宽")]
    [InlineData("70", "过宽")]
    [InlineData("Q", "过宽")]
    [InlineData("", "缺行业代码")]
    [InlineData("3262", "行业代码有误")]
    public void Without_a_usable_industry_it_is_unknown_and_says_why(string code, string why)
    {
        var result = EnterpriseSize.Assess(code, 1200, 50000, 50000);
        Assert.Equal((SizeClass.Unknown, SizeClass.Micro, SizeClass.Large), (result.Class, result.Lowest, result.Highest));
        Assert.Contains(why, result.Reason, StringComparison.Ordinal);
        Assert.EndsWith("按申报数据测算，非统计认定", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_class_at_all_gets_an_answer_with_its_reason()
    {
        foreach (var industry in IndustryClass.All)
        {
            var result = EnterpriseSize.Assess(industry, 50, 1000, 1000);
            Assert.NotEmpty(result.Reason);
            Assert.True(result.Lowest <= result.Highest);
            Assert.True(industry.Level != IndustryLevel.Class || result.Class != SizeClass.Unknown, industry.ToString());
        }
    }

    [Theory]
    [InlineData("3252", 2000, true)]
    [InlineData("3252", 1999.99, false)]
    [InlineData("B", 2000, true)]
    [InlineData("4411", 5000, true)]
    [InlineData("4710", 5000, false)]
    [InlineData("3252", null, null)]
    [InlineData("4710", null, false)]
    public void Above_scale_is_industry_with_twenty_million(string code, object? revenue, bool? expected)
    {
        Assert.True(IndustryClass.TryParse(code, out var industry, out _));
        Assert.Equal(expected, EnterpriseSize.IsAboveScale(industry, revenue is null ? null : Convert.ToDecimal(revenue)));
    }

    [Fact]
    public void Classes_have_Chinese_names() =>
        Assert.Equal(["未知", "不适用", "微型", "小型", "中型", "大型"], Enum.GetValues<SizeClass>().Select(s => s.ToChinese()));

    private static SizeResult Assess(string code, char indicator, decimal value) => EnterpriseSize.Assess(
        code,
        indicator == 'X' ? value : Plenty,
        indicator == 'Y' ? value : Plenty,
        indicator == 'Z' ? value : Plenty);
}
