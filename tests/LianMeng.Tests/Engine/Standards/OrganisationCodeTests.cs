using LianMeng.Engine.Standards;

namespace LianMeng.Tests.Engine.Standards;

public class OrganisationCodeTests
{
    [Theory]
    [InlineData("600037341", "60003734-1")]
    [InlineData("M000100Y4", "M000100Y-4")]
    [InlineData("６０００３７３４－１", "60003734-1")]
    [InlineData("m000100y-4", "M000100Y-4")]
    public void Valid_codes_are_read(string typed, string written)
    {
        Assert.True(OrganisationCode.TryParse(typed, out var code, out var problem), problem);
        Assert.Equal(written, code.ToString());
        Assert.Equal(written.Replace("-", "", StringComparison.Ordinal), code.Value);
    }

    [Theory]
    [InlineData("", "组织机构代码为空")]
    [InlineData("60003734", "组织机构代码应为 9 位，现为 8 位")]
    [InlineData("6000é7341", "第 5 位是“É”，组织机构代码只用数字和大写字母")]
    [InlineData("600037342", "第 9 位校验码应为 1，现为 2")]
    public void A_refusal_names_the_rule(string typed, string expected)
    {
        Assert.False(OrganisationCode.TryParse(typed, out _, out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void Ten_is_X_and_eleven_is_0()
    {
        // one 1 under the weights 3 … 2: 11 − 0 → 0 for nothing, 11 − 1 → X for 7·8 = 56 ≡ 1
        Assert.Equal('0', OrganisationCode.CheckCharacter("00000000"));
        Assert.Equal('X', OrganisationCode.CheckCharacter("00000700"));
        Assert.Equal('9', OrganisationCode.CheckCharacter("00000001"));
        Assert.Throws<ArgumentException>(() => OrganisationCode.CheckCharacter("0000000"));
        Assert.Throws<ArgumentException>(() => OrganisationCode.CheckCharacter("0000000a"));
    }
}
