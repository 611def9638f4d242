using LianMeng.Browser.Chrome;
using LianMeng.Browser.Rosters;
using LianMeng.Browser.Server;
using Microsoft.Playwright;

namespace LianMeng.Browser;

/// <summary>The same work in a browser that runs no script.</summary>
[Collection(SharedDemonstration.Name)]
public sealed class WithoutScriptTests(DemonstrationServer demonstration, Chromium chromium)
{
    [Fact]
    public async Task Signing_in_searching_matching_and_previewing_work()
    {
        await using var watched = await chromium.OpenAsync(demonstration.Server, javaScript: false);
        var page = watched.Page;
        await watched.SignInAsync("secretary-jlp", DemonstrationServer.Password);

        await page.GotoAsync("/organisations");
        await page.FillAsync("main [name=query]", "压铸");
        await page.Locator("main form:has([name=query]) button[type=submit]").First.ClickAsync();
        Assert.All(await page.Locator("main table tbody tr").AllInnerTextsAsync(), row => Assert.Contains("压铸", row, StringComparison.Ordinal));
        Assert.NotEqual(0, await page.Locator("main table tbody tr").CountAsync());

        await page.FillAsync(".lm-search [name=text]", "铝合金压铸件");
        await page.ClickAsync(".lm-search button[type=submit]");
        Assert.NotEqual(0, await page.Locator(".lm-match .lm-reasons li").CountAsync());

        await page.GotoAsync("/organisations/import");
        await page.SetInputFilesAsync("main [name=file]", new FilePayload { Name = DistrictRoster.FileName, MimeType = "application/octet-stream", Buffer = DistrictRoster.Write() });
        await page.ClickAsync("main form button[type=submit]");
        // Progress comes by a refresh that the page asks for, without script.
        await watched.ExpectHeadingAsync("核对预览");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("以上是预览，还没有保存");
        Assert.Empty(watched.TakeNoise());
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_what_was_typed_is_kept()
    {
        await using var watched = await chromium.OpenAsync(demonstration.Server, javaScript: false);
        await watched.Page.GotoAsync("/sign-in");
        await watched.Page.FillAsync("main [name=userName]", "city");
        await watched.Page.FillAsync("main [name=password]", "不是这个密码");
        await watched.Page.ClickAsync("main button[type=submit]");
        await Assertions.Expect(watched.Page.Locator("main [role=alert]:visible")).ToBeVisibleAsync();
        Assert.Equal("city", await watched.Page.InputValueAsync("main [name=userName]"));
        Assert.Equal("", await watched.Page.InputValueAsync("main [name=password]"));
    }
}
