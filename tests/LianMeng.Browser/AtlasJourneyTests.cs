using LianMeng.Browser.Chrome;
using LianMeng.Browser.Server;
using Microsoft.Playwright;

namespace LianMeng.Browser;

/// <summary>Stories S2, S4 and S5 as far as an atlas carries them: each starts on its page and ends in a recorded task, whose state stands on the row afterwards.</summary>
[Collection(SharedDemonstration.Name)]
public sealed class AtlasJourneyTests(Chromium chromium, DemonstrationServer demonstration)
{
    private const string Aluminium = "九龙坡区铝产业链图谱（演示）";
    private const string Bikes = "铜梁区电动自行车与装备产业链图谱（演示）";

    /// <summary>S2: one firm sells its offcuts for want of a use, another has one: stream, legal gate, best use, introduction.</summary>
    [Fact]
    public async Task Offcuts_find_their_use_and_the_two_firms_are_introduced()
    {
        await using var watched = await chromium.OpenAsync(demonstration.Server);
        var page = watched.Page;
        await watched.SignInAsync("secretary-jlp", DemonstrationServer.Password);
        await OpenAsync(page, Aluminium);
        await watched.ShootAsync("atlas-lanes");
        await TabAsync(page, "副产品");
        await watched.ShootAsync("atlas-by-products");
        // Dross goes only to whom the law allows: the others are refused with the reason.
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("许可");
        var row = page.Locator("main table tbody tr").First;
        var (supplier, receiver) = (await row.Locator("td").Nth(1).InnerTextAsync(), await row.Locator("td").Nth(2).InnerTextAsync());
        await ActAsync(page, row, "牵线", "请两家各派一人看现场，先试一车");
        await Assertions.Expect(page.Locator("main h1")).ToContainTextAsync(supplier.Trim());
        await Assertions.Expect(page.Locator("main h1")).ToContainTextAsync(receiver.Trim());
        await watched.ShootAsync("atlas-task");
        await FinishAsync(page, "两家已签合作意向，每月送一车");
        await OpenAsync(page, Aluminium);
        await TabAsync(page, "副产品");
        await Assertions.Expect(page.Locator(".lm-task-mark").First).ToContainTextAsync("已办结");
        Assert.Empty(watched.TakeNoise());
    }

    /// <summary>S4: a large e-bike maker moves in and asks what it buys and who makes it here.</summary>
    [Fact]
    public async Task A_newcomer_finds_its_local_suppliers_and_asks_to_be_introduced()
    {
        string task;
        await using (var watched = await chromium.OpenAsync(demonstration.Server))
        {
            var page = watched.Page;
            await watched.SignInAsync("firm-ebike", DemonstrationServer.Password);
            await OpenAsync(page, Bikes);
            await page.Locator("main").GetByText("本企业的上下游").ClickAsync();
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("谁供我");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("岚骁驿");
            await watched.ShootAsync("atlas-neighbourhood");
            await OpenAsync(page, Bikes);
            await TabAsync(page, "本地替代");
            await watched.ShootAsync("atlas-substitutions-firm");
            var rows = page.Locator("main table tbody tr");
            Assert.InRange(await rows.CountAsync(), 3, 200);
            // A firm sees its own purchases and nobody else's.
            foreach (var buyer in await rows.Locator("td:nth-child(2)").AllInnerTextsAsync()) Assert.Contains("岚骁驿", buyer, StringComparison.Ordinal);
            await ActAsync(page, rows.First, "牵线", "想先看样品");
            task = page.Url;
            Assert.Empty(watched.TakeNoise());
        }

        await using var office = await chromium.OpenAsync(demonstration.Server);
        await office.SignInAsync("officer-tl", DemonstrationServer.Password);
        await office.Page.GotoAsync("/");
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("岚骁驿");
        await office.Page.GotoAsync(task);
        await FinishAsync(office.Page, "已约本周看样");
        Assert.Empty(office.TakeNoise());
    }

    /// <summary>S5: purchases move from outside to local makers; the saving is told, and what came of the offer stands on the row.</summary>
    [Fact]
    public async Task A_local_substitution_is_offered_and_followed()
    {
        await using var watched = await chromium.OpenAsync(demonstration.Server);
        var page = watched.Page;
        await watched.SignInAsync("officer-tl", DemonstrationServer.Password);
        await OpenAsync(page, Bikes);
        await TabAsync(page, "健康度");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("未知");
        await watched.ShootAsync("atlas-health");
        await TabAsync(page, "缺口与长板");
        await watched.ShootAsync("atlas-gaps");
        await TabAsync(page, "本地替代");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("不作排名");
        await watched.ShootAsync("atlas-substitutions");
        var row = page.Locator("main table tbody tr").Last;
        await ActAsync(page, row, "牵线", "约两家谈价");
        await FinishAsync(page, "两家谈妥，下月起供货");
        await OpenAsync(page, Bikes);
        await TabAsync(page, "任务");
        await Assertions.Expect(page.Locator("main table")).ToContainTextAsync("两家谈妥，下月起供货");
        await TabAsync(page, "停产推演");
        await watched.ShootAsync("atlas-what-if");
        await TabAsync(page, "流向");
        await watched.ShootAsync("atlas-flows");
        await TabAsync(page, "关系图");
        await watched.ShootAsync("atlas-graph");
        Assert.Empty(watched.TakeNoise());
    }

    private static async Task OpenAsync(IPage page, string atlas)
    {
        await page.GotoAsync("/atlases");
        await page.Locator("main table").GetByText(atlas).ClickAsync();
        await Assertions.Expect(page.Locator("main h1")).ToContainTextAsync(atlas);
    }

    private static async Task TabAsync(IPage page, string tab)
    {
        await page.Locator("main nav").GetByRole(AriaRole.Link, new() { Name = tab, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main nav a[aria-current=page]").GetByText(tab, new() { Exact = true })).ToBeVisibleAsync();
    }

    private static async Task ActAsync(IPage page, ILocator row, string action, string note)
    {
        await row.Locator(".lm-task-links").GetByText(action, new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main h1")).ToContainTextAsync("转为任务");
        await page.FillAsync("main [name=note]", note);
        await page.ClickAsync("main form.lm-form button[type=submit]");
        await Assertions.Expect(page.Locator("main h1")).ToContainTextAsync(action + "：");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(note);
    }

    private static async Task FinishAsync(IPage page, string result)
    {
        await page.Locator("main summary").GetByText("办结", new() { Exact = true }).ClickAsync();
        await page.FillAsync("main .lm-confirm[open] [name=text]", result);
        await page.ClickAsync("main .lm-confirm[open] button[type=submit]");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(result);
        await Assertions.Expect(page.Locator("main .lm-confirm[open]")).ToHaveCountAsync(0);
    }
}
