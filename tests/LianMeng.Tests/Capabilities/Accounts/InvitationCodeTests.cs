using LianMeng.Capabilities.Accounts;

namespace LianMeng.Tests.Capabilities.Accounts;

public sealed class InvitationCodeTests
{
    [Fact]
    public void Codes_are_long_and_never_the_same()
    {
        var codes = Enumerable.Range(0, 2_000).Select(_ => InvitationCode.Make()).ToList();
        Assert.All(codes, c => Assert.Equal(InvitationCode.Length, c.Length));
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.True(InvitationCode.Length * 5 / 8 * 8 >= 128);
    }

    [Fact]
    public void However_it_is_typed_it_is_the_same_code()
    {
        var code = InvitationCode.Make();
        string[] typed =
        [
            code, code.ToLowerInvariant(), InvitationCode.Grouped(code), InvitationCode.Grouped(code).Replace('-', ' '), "https://lianmeng.example/join?code=" + code + "&x=1#top",
            new([.. code.Select(c => (char)(c + 0xFEE0))]), code.Replace('O', '0').Replace('I', '1').Replace('B', '8'),
        ];
        Assert.All(typed, t => Assert.Equal(InvitationCode.DigestOf(code), InvitationCode.DigestOf(t)));
        Assert.NotEqual(InvitationCode.DigestOf(code), InvitationCode.DigestOf(code[1..]));
        Assert.NotEqual(InvitationCode.DigestOf(code), InvitationCode.DigestOf(code + "A"));
    }
}
