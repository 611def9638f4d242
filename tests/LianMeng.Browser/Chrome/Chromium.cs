using LianMeng.Browser.Server;
using Microsoft.Playwright;

namespace LianMeng.Browser.Chrome;

/// <summary>One Chromium for all tests: the one installed on the machine, never a downloaded one.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        // A machine under load is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("LIANMENG_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A fresh profile with one page that is watched for errors.</summary>
    /// <param name="host">another name for this machine: passkeys need localhost, an address has none</param>
    public async Task<WatchedPage> OpenAsync(RunningServer server, bool javaScript = true, string? host = null)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = host is null ? server.Address : new UriBuilder(server.Address) { Host = host }.Uri.GetLeftPart(UriPartial.Authority),
            JavaScriptEnabled = javaScript,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = WatchedPage.Desk, Height = 900 },
        });
        return await WatchedPage.OpenAsync(server, context, javaScript);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
