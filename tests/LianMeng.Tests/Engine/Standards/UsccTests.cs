using LianMeng.Engine.Standards;

namespace LianMeng.Tests.Engine.Standards;

public class UsccTests
{
    private const string Valid = "91350100M000100Y43";

    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("91110000600037341L")]
    [InlineData("91500107MA5A44H220")] // Σ mod 31 = 0 gives the check character 0
    public void The_vectors_of_the_standard_are_valid_without_warning(string code)
    {
        Assert.True(Uscc.TryParse(code, out var uscc, out var problem), problem);
        Assert.Equal(code, uscc.Value);
        Assert.Null(problem);
        Assert.Null(uscc.Warning);
    }

    [Theory]
    [InlineData("91350100m000100y43")]
    [InlineData("９１３５０１００Ｍ０００１００Ｙ４３")]
    [InlineData(" 9135 0100 M000 100Y 43 ")]
    [InlineData("91350100-M000100Y-43")]
    [InlineData("91350100\u3000M000100Y\u00A043\u200B")]
    [InlineData("\uFEFF'91350100M000100Y43\r\n")]
    public void Width_case_spaces_and_hyphens_do_not_matter(string typed)
    {
        Assert.True(Uscc.TryParse(typed, out var uscc, out var problem), problem);
        Assert.Equal(Valid, uscc.Value);
    }

    [Theory]
    [InlineData(null, "统一社会信用代码为空")]
    [InlineData("　 ", "统一社会信用代码为空")]
    [InlineData("91350100M000100Y4", "统一社会信用代码应为 18 位，现为 17 位")]
    [InlineData("91350100M000100Y433", "统一社会信用代码应为 18 位，现为 19 位")]
    [InlineData("600037341", "统一社会信用代码应为 18 位，现为 9 位，像是组织机构代码，请填写完整的统一社会信用代码")]
    [InlineData("500107000012345", "统一社会信用代码应为 18 位，现为 15 位，像是旧的工商注册号，请填写营业执照上的统一社会信用代码")]
    [InlineData("9135O100M000100Y43", "第 5 位是 O，代码中不用字母 O（是否为数字 0？）")]
    [InlineData("91350100M000100Y4Z", "第 18 位是 Z，代码中不用字母 Z（是否为数字 2？）")]
    [InlineData("91350100V000100Y43", "第 9 位是 V，代码中不用字母 V")]
    [InlineData("91350100M0001#0Y43", "第 14 位是“#”，代码只用数字和大写字母")]
    [InlineData("91350100M0001号0Y43", "第 14 位是“号”，代码只用数字和大写字母")]
    [InlineData("91350100😀00100Y43", "第 9 位是“😀”，代码只用数字和大写字母")]
    [InlineData("D1350100M000100Y43", "第 1 位登记管理部门代码不能是 D（企业为 9）")]
    [InlineData("90350100M000100Y43", "第 2 位机构类别代码不能是 0（企业为 1）")]
    [InlineData("9135A100M000100Y43", "第 5 位是 A，第 3–8 位是行政区划代码，只能是数字")]
    [InlineData("91990100M000100Y43", "第 3–8 位 990100 不是行政区划代码：没有代码为 99 的省级行政区")]
    [InlineData("91110000600037341X", "第 18 位校验码应为 L，现为 X（也可能是前面某一位有误）")]
    [InlineData("91310115MA1H8R7C6D", "第 18 位校验码应为 7，现为 D（也可能是前面某一位有误）")]
    public void A_refusal_names_the_character_or_rule(string? typed, string expected)
    {
        Assert.False(Uscc.TryParse(typed, out var uscc, out var problem));
        Assert.Equal(expected, problem);
        Assert.Equal("", uscc.Value);
    }

    [Theory]
    [InlineData("9.15E+17")]
    [InlineData("9.15001E+17")]
    [InlineData("9.15001071234567E17")]
    [InlineData("9.1500107123456701E+17")]
    [InlineData("９．１５Ｅ＋１７")]
    [InlineData("915001071234567000")]
    [InlineData("915001071234567000.00")]
    public void A_number_made_by_Excel_is_refused_with_that_cause(string cell)
    {
        Assert.False(Uscc.TryParse(cell, out _, out var problem));
        Assert.Contains("Excel 把代码当成数字", problem, StringComparison.Ordinal);
        Assert.Contains("请把该列设为文本后重新填写", problem, StringComparison.Ordinal);
        Assert.Empty(Uscc.Suggest(cell));
    }

    [Fact]
    public void A_megabyte_in_the_cell_gives_a_short_message()
    {
        foreach (var cell in new[] { new string('9', 1_000_000), "9." + new string('1', 1_000_000) + "E17", new string('号', 1_000_000) })
        {
            Assert.False(Uscc.TryParse(cell, out _, out var problem));
            Assert.InRange(problem!.Length, 1, 100);
            Assert.Empty(Uscc.Suggest(cell));
        }
    }

    [Fact]
    public void The_parts_are_read_and_explained()
    {
        Assert.True(Uscc.TryParse("91500107MA5A44H220", out var uscc, out _));
        Assert.Equal("500107", uscc.RegionCode);
        Assert.Equal("MA5A44H22", uscc.OrganisationCode);
        Assert.Equal("市场监管（工商） · 企业 · 重庆市九龙坡区 · 组织机构代码 MA5A44H2-2", uscc.Explain());
    }

    [Fact]
    public void The_central_registrar_and_historic_regions_are_known()
    {
        Assert.Null(Uscc.Create('9', '1', "100000", "10000134").Warning);
        Assert.Null(Uscc.Create('9', '1', "500224", "MA5A44H2").Warning);
        Assert.Contains("重庆市铜梁县", Uscc.Create('9', '1', "500224", "MA5A44H2").Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_county_or_a_class_added_later_is_only_a_warning()
    {
        Assert.Equal("第 3–8 位 510215 不在现行和已收录的历史行政区划代码中", Uscc.Create('9', '1', "510215", "20288888").Warning);
        Assert.Equal("第 2 位机构类别 4 不在 GB 32100-2015 所列类别中", Uscc.Create('5', '4', "500107", "MA5A44H2").Warning);
    }

    [Fact]
    public void A_wrong_organisation_code_inside_is_only_a_warning()
    {
        // the last digit of the organisation code is off by one, the check character is made to fit
        var found = Codes(200).Select(c => c.Value[..16] + (c.Value[16] == '3' ? '4' : '3'))
            .SelectMany(body => "0123456789ABCDEFGHJKLMNPQRTUWXY".Select(check => body + check))
            .Where(c => Uscc.TryParse(c, out _, out _)).ToList();
        Assert.Equal(200, found.Count);
        Assert.All(found, c =>
        {
            Assert.True(Uscc.TryParse(c, out var uscc, out _));
            Assert.StartsWith("第 17 位（组织机构代码校验码）按 GB 11714 应为", uscc.Warning, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_rounded_number_that_fits_by_chance_is_accepted_with_the_suspicion_named()
    {
        var fitting = Enumerable.Range(100_000, 2_000).Select(n => $"915001071{n}000")
            .Where(c => Uscc.TryParse(c, out _, out _)).ToList();
        Assert.NotEmpty(fitting);
        Assert.All(fitting, c => Assert.True(Uscc.TryParse(c, out var uscc, out _)
            && (uscc.Warning is null || uscc.Warning.Contains("是否被 Excel 改动", StringComparison.Ordinal))));
        Assert.Contains(fitting, c => Uscc.TryParse(c, out var uscc, out _) && uscc.Warning is not null);
    }

    [Fact]
    public void Every_created_code_is_valid_and_keeps_its_parts()
    {
        foreach (var code in Codes(2000))
        {
            Assert.True(Uscc.TryParse(code.Value, out var again, out var problem), problem);
            Assert.Equal(code, again);
            Assert.True(OrganisationCode.TryParse(code.OrganisationCode, out _, out problem), problem);
            Assert.Null(code.Warning);
        }
    }

    [Theory]
    [InlineData('9', '1', "500107", "MA5A44H")]
    [InlineData('9', '1', "50010", "MA5A44H22")]
    [InlineData('9', '1', "500107", "IA5A44H2")]
    [InlineData('0', '1', "500107", "MA5A44H2")]
    [InlineData('9', '1', "990107", "MA5A44H2")]
    public void Parts_that_are_no_code_cannot_be_composed(char registrar, char kind, string region, string body) =>
        Assert.Throws<ArgumentException>(() => Uscc.Create(registrar, kind, region, body));

    [Fact]
    public void Every_single_wrong_character_is_found()
    {
        // 31 is prime and no weight is divisible by it
        foreach (var code in Codes(100))
        {
            foreach (var wrong in Substitutions(code.Value))
            {
                Assert.False(Uscc.TryParse(wrong, out _, out _), wrong);
            }
        }
    }

    [Theory]
    [InlineData("9135O100M000100Y43")]
    [InlineData("9I350100M000100Y43")]
    [InlineData("9135O1OOMOOO1OOY43")] // the same slip everywhere counts as one
    [InlineData("91350100M001000Y43")] // two characters changed places
    [InlineData("91350100M000100Y4X")] // check character
    [InlineData("91350100M00010Y43")] // one of two equal characters left out
    [InlineData("91350100M000100Y4")] // cut off at the end
    [InlineData("91350100M0000100Y43")] // one typed twice
    public void The_likely_slip_is_suggested_first(string typed) => Assert.Equal(Valid, Uscc.Suggest(typed)[0]);

    [Fact]
    public void A_valid_code_has_no_repairs() => Assert.Empty(Uscc.Suggest(Valid));

    [Fact]
    public void Suggestions_are_valid_few_and_usually_hold_the_original()
    {
        var (tried, held, first) = (0, 0, 0);
        foreach (var code in Codes(16))
        {
            foreach (var wrong in Substitutions(code.Value))
            {
                var suggestions = Uscc.Suggest(wrong);
                Assert.InRange(suggestions.Count, 1, 3);
                Assert.All(suggestions, s => Assert.True(Uscc.TryParse(s, out _, out _)));
                tried++;
                held += suggestions.Contains(code.Value) ? 1 : 0;
                first += suggestions[0] == code.Value ? 1 : 0;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"single substitutions {tried}: original among three {(double)held / tried:P1}, first {(double)first / tried:P1}");
        Assert.InRange((double)held / tried, 0.95, 1);
    }

    [Fact]
    public void Transpositions_are_usually_repaired()
    {
        var (tried, held, first) = (0, 0, 0);
        foreach (var code in Codes(100))
        {
            for (var i = 0; i < 17; i++)
            {
                var chars = code.Value.ToCharArray();
                (chars[i], chars[i + 1]) = (chars[i + 1], chars[i]);
                if (chars[i] == chars[i + 1])
                {
                    continue;
                }

                var suggestions = Uscc.Suggest(new string(chars));
                tried++;
                held += suggestions.Contains(code.Value) ? 1 : 0;
                first += suggestions.Count > 0 && suggestions[0] == code.Value ? 1 : 0;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"transpositions {tried}: original among three {(double)held / tried:P1}, first {(double)first / tried:P1}");
        Assert.InRange((double)held / tried, 0.95, 1);
    }

    private static readonly string[] Regions = ["500107", "500112", "500151", "500224", "500382", "110000", "440305", "350100"];

    private static IEnumerable<Uscc> Codes(int count)
    {
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        // a small congruential generator: the same codes on every machine, and no System.Random anywhere
        var state = 20260101UL;
        for (var made = 0; made < count;)
        {
            var body = made % 2 == 0
                ? "MA" + string.Concat(Enumerable.Range(0, 6).Select(_ => alphabet[Next(31)]))
                : string.Concat(Enumerable.Range(0, 8).Select(_ => alphabet[Next(10)]));
            made++;
            yield return Uscc.Create('9', '1', Regions[Next(Regions.Length)], body);
        }

        int Next(int below)
        {
            state = (state * 6364136223846793005UL) + 1442695040888963407UL;
            return (int)((state >> 33) % (ulong)below);
        }
    }

    private static IEnumerable<string> Substitutions(string code) =>
        from i in Enumerable.Range(0, code.Length)
        from c in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        where c != code[i]
        select string.Concat(code.AsSpan(0, i), [c], code.AsSpan(i + 1));
}
