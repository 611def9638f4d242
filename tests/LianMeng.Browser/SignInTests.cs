using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using LianMeng.Browser.Chrome;
using LianMeng.Browser.Server;
using Microsoft.Playwright;

namespace LianMeng.Browser;

/// <summary>Authenticator, recovery codes and passkeys as a person uses them; the passkey lies in Chromium's virtual authenticator.</summary>
public sealed class SignInTests(Chromium chromium)
{
    private const string UserName = "root.admin";
    private const string Password = "璧山联盟-第二重验证";

    [Fact]
    public async Task Adding_using_and_removing_a_second_factor_and_a_passkey()
    {
        await using var server = new RunningServer();
        await server.VerbAsync(["create-admin", UserName], new Dictionary<string, string> { ["LIANMENG_ADMIN_PASSWORD"] = Password });
        await server.StartAsync();
        await using var watched = await chromium.OpenAsync(server, host: "localhost");
        var page = watched.Page;
        await watched.SignInAsync(UserName, Password);

        var codes = await AddAuthenticatorAsync(watched);
        var device = await VirtualDevice.AddToAsync(page);
        await AddPasskeyAsync(watched);

        await SignOutAsync(page);
        await PasswordThenAsync(page, codes[0]);
        await page.WaitForSelectorAsync(".lm-user", new() { State = WaitForSelectorState.Attached });
        Assert.Empty(watched.TakeNoise());

        var before = await device.SignCountAsync();
        for (var times = 1; times <= 2; times++)
        {
            await SignOutAsync(page);
            await PasskeyAsync(page);
            await page.WaitForSelectorAsync(".lm-user", new() { State = WaitForSelectorState.Attached });
            Assert.Equal(before + times, await device.SignCountAsync());
        }

        await page.GotoAsync("/me/sessions");
        await Assertions.Expect(page.Locator("main tbody tr").First).ToContainTextAsync("本机");
        await Assertions.Expect(page.Locator("main tbody")).ToContainTextAsync("密码和恢复码");
        await SoundAsync(watched, "sessions");
        await RemovePasskeyAsync(page);
        Assert.Empty(watched.TakeNoise());

        await SignOutAsync(page);
        await PasskeyAsync(page);
        await Assertions.Expect(page.Locator("main [role=alert]").First).ToContainTextAsync("没有登录");
        Assert.Empty(server.Errors);
        await WithoutScriptAsync(server, codes[1]);
    }

    /// <summary>Both steps work without a script, and what does not says so.</summary>
    private async Task WithoutScriptAsync(RunningServer server, string code)
    {
        await using var watched = await chromium.OpenAsync(server, javaScript: false);
        await watched.Page.GotoAsync("/sign-in");
        await PasskeyAsync(watched.Page);
        await Assertions.Expect(watched.Page.Locator("main [role=alert]").First).ToContainTextAsync("通行密钥需要浏览器启用 JavaScript");
        await PasswordThenAsync(watched.Page, code);
        await watched.Page.WaitForSelectorAsync(".lm-user", new() { State = WaitForSelectorState.Attached });
    }

    private static async Task<IReadOnlyList<string>> AddAuthenticatorAsync(WatchedPage watched)
    {
        var page = watched.Page;
        await page.GotoAsync("/me/security");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.lm-qr img').naturalWidth > 0"));
        await SoundAsync(watched, "security-empty");
        await page.FillAsync("main [name=code]", "000000");
        await page.ClickAsync("form:has([name=setup]) button[type=submit]");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("验证码不对");
        watched.TakeNoise(); // Chromium notes the 422
        await page.FillAsync("main [name=code]", CodeOf(await page.InnerTextAsync(".lm-secret")));
        await page.ClickAsync("form:has([name=setup]) button[type=submit]");
        await page.WaitForSelectorAsync(".lm-codes");
        await SoundAsync(watched, "security-codes");
        var codes = await page.Locator(".lm-codes li").AllInnerTextsAsync();
        Assert.Equal(10, codes.Count);
        await page.GetByRole(AriaRole.Link, new() { NameString = "记好了" }).ClickAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=factor]")).ToContainTextAsync("已启用");
        return codes;
    }

    private static async Task AddPasskeyAsync(WatchedPage watched)
    {
        await watched.Page.FillAsync("[data-passkey] [name=name]", "测试手机");
        await watched.Page.ClickAsync("[data-passkey] button[type=submit]");
        await Assertions.Expect(watched.Page.Locator("main")).ToContainTextAsync("通行密钥已添加");
        await Assertions.Expect(watched.Page.Locator(".lm-passkeys")).ToContainTextAsync("测试手机");
        await SoundAsync(watched, "security");
    }

    private static async Task RemovePasskeyAsync(IPage page)
    {
        await page.GotoAsync("/me/security");
        await page.ClickAsync(".lm-passkeys summary");
        await page.ClickAsync(".lm-passkeys button[type=submit]");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("通行密钥已移除");
    }

    private static async Task PasswordThenAsync(IPage page, string code)
    {
        await page.FillAsync("main [name=userName]", UserName);
        await page.FillAsync("main [name=password]", Password);
        await page.ClickAsync("main button[type=submit]");
        await Assertions.Expect(page.Locator("main h1")).ToContainTextAsync("输入验证码");
        await page.FillAsync("main [name=code]", code);
        await page.ClickAsync("main button[type=submit]");
    }

    private static Task PasskeyAsync(IPage page) => page.ClickAsync("[data-passkey=get] button[type=submit]");

    private static async Task SignOutAsync(IPage page)
    {
        await page.EvaluateAsync("document.querySelector('form[action=\"/sign-out\"]').requestSubmit()");
        await page.WaitForURLAsync("**/sign-in");
    }

    private static async Task SoundAsync(WatchedPage watched, string name)
    {
        Assert.Empty(await watched.AxeAsync());
        Assert.Empty(await watched.OverflowOnPhoneAsync());
        await watched.ShootAsync(name);
        await watched.Page.SetViewportSizeAsync(WatchedPage.Desk, 900);
    }

    /// <summary>What an authenticator app shows for a secret as the page writes it (RFC 6238).</summary>
    private static string CodeOf(string secret)
    {
        var bits = string.Concat(secret.Where(char.IsAsciiLetterOrDigit).Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
        byte[] key = [.. bits.Chunk(8).Select(b => Convert.ToByte(new string(b), 2))];
        var hash = HMACSHA1.HashData(key, counter);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7fff_ffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
