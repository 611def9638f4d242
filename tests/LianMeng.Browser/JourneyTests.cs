using LianMeng.Browser.Chrome;
using LianMeng.Browser.Rosters;
using LianMeng.Browser.Server;
using Microsoft.Playwright;

namespace LianMeng.Browser;

/// <summary>The main job, as its people do it: from an empty installation to the first match with its reasons.</summary>
[Collection(SharedDemonstration.Name)]
public sealed class JourneyTests(Chromium chromium, DemonstrationServer demonstration)
{
    private const string Password = "璧山联盟-从名册到对接";

    [Fact]
    public async Task From_an_empty_installation_to_the_first_match()
    {
        await using var server = new RunningServer();
        await server.VerbAsync(["create-admin", "root.admin"], new Dictionary<string, string> { ["LIANMENG_ADMIN_PASSWORD"] = Password });
        await server.StartAsync();
        await PrepareDistrictAsync(server);

        await using var watched = await chromium.OpenAsync(server);
        var page = watched.Page;
        await watched.SignInAsync("shuji.bs", Password);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("从名册到第一次对接");
        await watched.ShootAsync("home-empty");

        await TemplateNamesTheColumnsAsync(page);
        await PreviewAsync(watched);
        await RejectedRowsComeBackAsync(page);
        await ConfirmAsync(watched);
        await RegisterShowsTheFirmsAsync(watched);
        await MatchAsync(watched);
        await NothingFitsAsync(watched);
        Assert.Empty(watched.TakeNoise());
        Assert.Empty(server.Errors);
    }

    /// <summary>The picture in the README, and that its content is what the platform answers.</summary>
    [Fact]
    public async Task The_demonstration_answers_a_need_with_ranked_firms_and_reasons()
    {
        await using var watched = await chromium.OpenAsync(demonstration.Server);
        await watched.SignInAsync("secretary-jlp", DemonstrationServer.Password);
        await AskAsync(watched.Page, "求购再生铝锭 ADC12 每月200吨");
        var scores = await watched.Page.Locator(".lm-match-score strong").AllInnerTextsAsync();
        Assert.NotEmpty(scores);
        Assert.Equal(scores.Select(double.Parse).OrderDescending(), scores.Select(double.Parse));
        Assert.NotEqual(0, await watched.Page.Locator(".lm-match").First.Locator(".lm-reasons li").CountAsync());
        await watched.ShootAsync("match-demonstration");
        await watched.Page.SetViewportSizeAsync(1280, 900);
        await watched.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screenshots, "readme-match.png") });
        Assert.Empty(watched.TakeNoise());
    }

    private async Task PrepareDistrictAsync(RunningServer server)
    {
        await using var watched = await chromium.OpenAsync(server);
        var page = watched.Page;
        await watched.SignInAsync("root.admin", Password);
        await page.GotoAsync("/districts");
        await page.FillAsync("main form.lm-form [name=name]", "璧山区");
        await page.FillAsync("main form.lm-form [name=regionCode]", "500120");
        await page.ClickAsync("main form.lm-form button[type=submit]");
        await Assertions.Expect(page.Locator("main table")).ToContainTextAsync("璧山区");
        await watched.ShootAsync("districts");

        await page.GotoAsync("/accounts/new");
        await page.FillAsync("main [name=displayName]", "周书记");
        await page.FillAsync("main [name=userName]", "shuji.bs");
        await page.FillAsync("main [name=password]", Password);
        await page.SelectOptionAsync("main [name=role]", "AllianceSecretary");
        await page.SelectOptionAsync("main [name=districtId]", new SelectOptionValue { Label = "璧山区" });
        await watched.ShootAsync("account-new");
        await page.ClickAsync("main form.lm-form button[type=submit]");
        await Assertions.Expect(page.Locator("main table")).ToContainTextAsync("周书记");
        Assert.Empty(watched.TakeNoise());
    }

    private static async Task TemplateNamesTheColumnsAsync(IPage page)
    {
        await page.GotoAsync("/organisations/import");
        var template = await page.RunAndWaitForDownloadAsync(() => page.Locator("main").GetByText("下载模板").ClickAsync());
        Assert.Equal("企业名册模板.xlsx", template.SuggestedFilename);
        var text = Workbook.TextOf(await template.PathAsync());
        Assert.Contains("统一社会信用代码", text, StringComparison.Ordinal);
        Assert.Contains("dataValidation", text, StringComparison.Ordinal);
    }

    private static async Task PreviewAsync(WatchedPage watched)
    {
        var page = watched.Page;
        await page.SetInputFilesAsync("main [name=file]", new FilePayload
        {
            Name = DistrictRoster.FileName,
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = DistrictRoster.Write(),
        });
        await page.ClickAsync("main form button[type=submit]");
        await watched.ExpectHeadingAsync("核对预览");
        await watched.ShootAsync("import-preview");
        Assert.Equal([$"{DistrictRoster.New}", "0", "0", $"{DistrictRoster.Rejected}"], await FiguresAsync(page));
        var rejected = page.Locator("section", new() { Has = page.Locator("#rejected") }).Locator("tbody tr");
        await Assertions.Expect(rejected).ToHaveCountAsync(DistrictRoster.Rejected);
        // Which row, which column, what stood there, why: the row numbers are those of the file.
        await Assertions.Expect(rejected.Nth(0)).ToContainTextAsync("11");
        await Assertions.Expect(rejected.Nth(0)).ToContainTextAsync("Excel");
        await Assertions.Expect(rejected.Nth(1)).ToContainTextAsync("校验");
        await Assertions.Expect(rejected.Nth(2)).ToContainTextAsync("企业名称");
    }

    private static async Task RejectedRowsComeBackAsync(IPage page)
    {
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByText("下载退回的行").ClickAsync());
        var text = Workbook.TextOf(await file.PathAsync());
        Assert.Contains(DistrictRoster.BrokenByExcel, text, StringComparison.Ordinal);
        Assert.Contains(DistrictRoster.WrongCheckCharacter, text, StringComparison.Ordinal);
        Assert.Contains("原第 13 行", text, StringComparison.Ordinal);
        Assert.DoesNotContain(DistrictRoster.IngotMaker, text, StringComparison.Ordinal);
    }

    private static async Task ConfirmAsync(WatchedPage watched)
    {
        await watched.Page.GetByRole(AriaRole.Button, new() { NameString = "确认导入" }).ClickAsync();
        await watched.ExpectHeadingAsync("导入完成");
        await Assertions.Expect(watched.Page.Locator("main")).ToContainTextAsync($"新增 {DistrictRoster.New} 家");
        await watched.ShootAsync("import-done");
    }

    private static async Task RegisterShowsTheFirmsAsync(WatchedPage watched)
    {
        var page = watched.Page;
        await page.GotoAsync("/organisations");
        await Assertions.Expect(page.Locator("main table tbody tr")).ToHaveCountAsync(DistrictRoster.New);
        await Assertions.Expect(page.Locator("main tr", new() { HasTextString = DistrictRoster.WithoutCode })).ToContainTextAsync("待核码");
        await watched.ShootAsync("register");

        // 砺镕再生铝业 by its initials
        await page.FillAsync("main [name=query]", "lrzsly");
        await page.PressAsync("main [name=query]", "Enter");
        await Assertions.Expect(page.Locator("main table tbody tr")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { NameString = DistrictRoster.IngotMaker }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(DistrictRoster.IngotMaker);
        // 168 people and 42 000 万元 (written as 4.2 亿元): a small industrial firm, and why.
        await Assertions.Expect(page.Locator("main section[aria-labelledby=size] h2")).ToContainTextAsync("小型");
        await Assertions.Expect(page.Locator("main section[aria-labelledby=size]")).ToContainTextAsync("168");
        Assert.NotEqual(0, await page.Locator("main section[aria-labelledby=timeline] li").CountAsync());
        await watched.ShootAsync("firm");
    }

    private static async Task MatchAsync(WatchedPage watched)
    {
        var page = watched.Page;
        var first = page.Locator(".lm-match").First;
        // The index follows the ledger; a moment after the import it must know the firms.
        for (var attempt = 0; attempt < 20 && await first.CountAsync() == 0; attempt++)
        {
            if (attempt > 0) await page.WaitForTimeoutAsync(500);
            await AskAsync(page, "求购再生铝锭 ADC12 每月200吨");
        }

        await Assertions.Expect(first.Locator("h2, h3")).ToContainTextAsync(DistrictRoster.IngotMaker);
        await Assertions.Expect(first.Locator(".lm-reasons")).ToContainTextAsync("ADC12");
        await watched.ShootAsync("match");
    }

    private static async Task NothingFitsAsync(WatchedPage watched)
    {
        await AskAsync(watched.Page, "求购医用口罩 每月10万只");
        await Assertions.Expect(watched.Page.Locator("main")).ToContainTextAsync("没有找到合适的对接对象");
        Assert.Equal(0, await watched.Page.Locator(".lm-match").CountAsync());
        await watched.ShootAsync("match-nothing");
    }

    /// <summary>By the box in the header, from whatever page.</summary>
    private static async Task AskAsync(IPage page, string need)
    {
        await page.GotoAsync("/");
        await page.FillAsync(".lm-search [name=text]", need);
        await page.PressAsync(".lm-search [name=text]", "Enter");
        await page.WaitForURLAsync("**/match?**");
        await Assertions.Expect(page.Locator("main h1")).ToContainTextAsync("找对接");
    }

    private static async Task<IReadOnlyList<string>> FiguresAsync(IPage page)
        => [.. (await page.Locator(".lm-figures .lm-figure-value").AllInnerTextsAsync()).Select(text => new string([.. text.Where(char.IsAsciiDigit)]))];
}
