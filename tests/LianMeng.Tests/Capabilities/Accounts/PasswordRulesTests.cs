using LianMeng.Capabilities.Accounts;

namespace LianMeng.Tests.Capabilities.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("zhangwei", "zhangweiming", "用户名的一部分")]
    [InlineData("secretary", "wangfang", "太常见")]
    [InlineData("Secretary2026!", "wangfang", "太常见")]
    [InlineData("lianmeng123", "wangfang", "太常见")]
    [InlineData("wangfang12", "wangfang", "主要是用户名")]
    [InlineData("12345678", "wangfang", "连续")]
    [InlineData("hgfedcba", "wangfang", "连续")]
    [InlineData("aaaabbbb", "wangfang", "不同的字符太少")]
    [InlineData("短短的密码", "wangfang", "至少 8 个字符")]
    public void What_is_guessed_first_is_refused_with_the_reason(string password, string userName, string why)
        => Assert.Contains(why, PasswordRules.Problem(password, userName), StringComparison.Ordinal);

    [Theory]
    [InlineData("demo-lianmeng-2026")]
    [InlineData("水边的石榴树开花了")]
    [InlineData("wangfang 喜欢在河边散步")]
    public void A_sentence_is_taken(string password) => Assert.Null(PasswordRules.Problem(password, "wangfang"));
}
