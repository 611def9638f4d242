using System.Text;
using LianMeng.Capabilities.Accounts;

namespace LianMeng.Tests.Capabilities.Accounts;

/// <summary>RFC 6238 and RFC 4648 by their own vectors.</summary>
public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void The_vectors_of_RFC_6238(long second, string code)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(second).UtcDateTime;
        Assert.Equal(code, Totp.Code(Secret, Totp.StepAt(now), digits: 8));
        Assert.Equal(code[2..], Totp.Code(Secret, Totp.StepAt(now)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void The_vectors_of_RFC_4648(string plain, string encoded)
    {
        Assert.Equal(encoded, Base32.Encode(Encoding.ASCII.GetBytes(plain)));
        Assert.Equal(plain, Encoding.ASCII.GetString(Base32.Decode(encoded.ToLowerInvariant())));
    }

    [Fact]
    public void What_is_no_base_32_is_told_so() => Assert.Throws<FormatException>(() => Base32.Decode("MZXW1"));

    [Fact]
    public void One_step_off_is_taken_two_are_not_and_none_is_taken_again()
    {
        var now = new DateTime(2026, 11, 22, 8, 30, 7, DateTimeKind.Utc);
        var step = Totp.StepAt(now);
        foreach (var off in new[] { -1, 0, 1 }) Assert.Equal(step + off, Totp.StepOf(Secret, Totp.Code(Secret, step + off), now, lastStep: 0));
        foreach (var off in new[] { -2, 2 }) Assert.Null(Totp.StepOf(Secret, Totp.Code(Secret, step + off), now, lastStep: 0));
        Assert.Null(Totp.StepOf(Secret, Totp.Code(Secret, step), now, lastStep: step));
        Assert.Null(Totp.StepOf(Secret, Totp.Code(Secret, step - 1), now, lastStep: step));
        Assert.Equal(step + 1, Totp.StepOf(Secret, Totp.Code(Secret, step + 1), now, lastStep: step));
        Assert.Null(Totp.StepOf(Secret, "", now, lastStep: 0));
        Assert.Null(Totp.StepOf(Secret, Totp.Code(Secret, step, digits: 8), now, lastStep: 0));
    }

    [Theory]
    [InlineData(" 123 456 ", "123456")]
    [InlineData("１２３４５６", "123456")]
    [InlineData("abcd-efgh-ijkl-mnop", "ABCDEFGHIJKLMNOP")]
    public void Codes_are_read_as_people_type_them(string typed, string plain) => Assert.Equal(plain, SecondFactors.Plain(typed));

    [Fact]
    public void Recovery_codes_are_long_and_differ()
    {
        var user = Guid.CreateVersion7();
        var made = Enumerable.Range(0, 1000).Select(_ => RecoveryCode.Make(user)).ToList();
        Assert.Equal(1000, made.Select(m => m.Text).Distinct().Count());
        Assert.All(made, m => Assert.Equal((RecoveryCode.Length, m.Code.Hash), (SecondFactors.Plain(m.Text).Length, RecoveryCode.HashOf(user, SecondFactors.Plain(m.Text)))));
        Assert.NotEqual(made[0].Code.Hash, RecoveryCode.HashOf(Guid.CreateVersion7(), SecondFactors.Plain(made[0].Text)));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36", "Chrome · Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0", "Edge · Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari · iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; HUAWEI) AppleWebKit/537.36 Chrome/114 Mobile Safari/537.36 MicroMessenger/8.0.50", "微信 · 安卓")]
    [InlineData("curl/8.5.0", "curl")]
    [InlineData("<script>alert(1)</script>", "未知设备")]
    [InlineData("", "未知设备")]
    [InlineData(null, "未知设备")]
    public void A_device_is_named_in_our_own_words(string? userAgent, string words) => Assert.Equal(words, DeviceWords.Of(userAgent));

    [Fact]
    public void What_a_browser_says_of_itself_is_read_to_a_bound() => Assert.Equal("未知设备", DeviceWords.Of(new string('x', 100_000) + "Chrome Windows"));
}
