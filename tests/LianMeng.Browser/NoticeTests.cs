using LianMeng.Browser.Chrome;
using LianMeng.Browser.Rosters;
using LianMeng.Browser.Server;
using Microsoft.Playwright;

namespace LianMeng.Browser;

/// <summary>Somebody leaves long work running, is told by the bell when it has ended, and follows the notice to the result.</summary>
[Collection(SharedDemonstration.Name)]
public sealed class NoticeTests(DemonstrationServer demonstration, Chromium chromium)
{
    [Theory]
    [InlineData("secretary-tl", true)]
    [InlineData("secretary-jlp", false)]
    public async Task The_bell_tells_of_an_import_that_has_ended(string userName, bool javaScript)
    {
        await using var watched = await chromium.OpenAsync(demonstration.Server, javaScript);
        var page = watched.Page;
        await watched.SignInAsync(userName, DemonstrationServer.Password);
        // The demonstration's people have been told of other things already.
        await page.GotoAsync("/me");
        var before = (await page.GetAttributeAsync("a.lm-bell", "aria-label"))!;
        await page.GotoAsync("/organisations/import");
        await page.SetInputFilesAsync("main [name=file]", new FilePayload { Name = DistrictRoster.FileName, MimeType = "application/octet-stream", Buffer = DistrictRoster.Write() });
        await page.ClickAsync("main form button[type=submit]");

        // Away from it, to another page: the number comes with whatever page is opened next.
        for (var waited = 0; waited < 60; waited++)
        {
            await page.GotoAsync("/me");
            if ((await page.GetAttributeAsync("a.lm-bell", "aria-label"))! != before) break;
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        var label = (await page.GetAttributeAsync("a.lm-bell", "aria-label"))!;
        Assert.Matches("^消息，[0-9]+ 条未读$", label);
        await page.ClickAsync("a.lm-bell");
        await watched.ExpectHeadingAsync("消息");
        if (javaScript)
        {
            await watched.ShootAsync("notices");
            Assert.Empty(await watched.AxeAsync());
            Assert.Empty(await watched.OverflowOnPhoneAsync());
        }

        await page.Locator("main table tbody tr").First.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/operations/"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("处理完成");
        Assert.NotEqual(label, await page.GetAttributeAsync("a.lm-bell", "aria-label"));
        Assert.Empty(watched.TakeNoise());
    }
}
