using LianMeng.Browser.Chrome;
using LianMeng.Browser.Server;
using Microsoft.Playwright;

namespace LianMeng.Browser;

/// <summary>A firm's difficulty from its own account to its own word: raised, taken on, given to a lead and one who assists, answered, not satisfied, answered again, satisfied. Four people in browsers of their own.</summary>
[Collection(SharedDemonstration.Name)]
public sealed class DifficultyJourneyTests(Chromium chromium, DemonstrationServer demonstration)
{
    private const string Title = "行程：卸货区路灯不亮";

    [Fact]
    public async Task From_raised_to_satisfied()
    {
        await using var firm = await chromium.OpenAsync(demonstration.Server);
        await firm.SignInAsync("firm-casting", DemonstrationServer.Password);
        await firm.Page.GotoAsync("/difficulties/new");
        await SoundAsync(firm);
        await firm.Page.ClickAsync("main form.lm-form .lm-form-actions button[type=submit]");
        await Assertions.Expect(firm.Page.Locator("main .alert")).ToContainTextAsync("请填写");
        await firm.Page.FillAsync("main [name=title]", Title);
        await firm.Page.FillAsync("main [name=text]", "夜里卸货看不清，上周撞了一次。");
        await firm.Page.SelectOptionAsync("main [name=category]", "Roads");
        await firm.Page.ClickAsync("main form.lm-form .lm-form-actions button[type=submit]");
        await firm.ExpectHeadingAsync(Title);
        var difficulty = new Uri(firm.Page.Url).AbsolutePath;

        await using var secretary = await chromium.OpenAsync(demonstration.Server);
        await secretary.SignInAsync("secretary-jlp", DemonstrationServer.Password);
        await Assertions.Expect(secretary.Page.Locator("main")).ToContainTextAsync(Title); // my work
        await secretary.Page.GotoAsync(difficulty);
        await DoAsync(secretary, "受理", ("track", "General"));
        await DoAsync(secretary, "交办牵头单位", ("unit", "九龙坡区西彭镇人民政府（演示）"));
        await DoAsync(secretary, "交办协办单位", ("unit", "九龙坡区经济和信息化委员会（演示）"));
        await SoundAsync(secretary);
        await secretary.ShootAsync("difficulty-assigned");

        await using var town = await chromium.OpenAsync(demonstration.Server);
        await town.SignInAsync("unit-town-jlp", DemonstrationServer.Password);
        await town.Page.Locator("main a", new() { HasText = Title }).First.ClickAsync();
        await town.ExpectHeadingAsync(Title);
        await DoAsync(town, "签收", ("section", "城建办"));
        await DoAsync(town, "答复", ("outcome", "Solved"), ("text", "已经修好"));
        await Assertions.Expect(town.Page.Locator("main .alert", new() { HasText = "协办单位没有答复" }).First).ToBeVisibleAsync(); // the lead waits
        await using var eco = await chromium.OpenAsync(demonstration.Server);
        await eco.SignInAsync("unit-eco-jlp", DemonstrationServer.Password);
        await eco.Page.GotoAsync(difficulty);
        await DoAsync(eco, "签收");
        await DoAsync(eco, "答复", ("outcome", "Solved"), ("text", "用电已核对"));
        await AnswerAsync(town, difficulty, "路灯已修好三盏");

        await firm.Page.GotoAsync(difficulty);
        await RateAsync(firm, "Dissatisfied", "东头那盏还不亮");
        await Assertions.Expect(firm.Page.Locator("main h1")).ToContainTextAsync("办理中");
        await AnswerAsync(town, difficulty, "东头那盏换了灯头");
        await firm.Page.GotoAsync(difficulty);
        await firm.ShootAsync("difficulty-answered");
        await SoundAsync(firm);
        await RateAsync(firm, "Satisfied", "");
        await Assertions.Expect(firm.Page.Locator("main h1")).ToContainTextAsync("办结");

        foreach (var address in new[] { "/difficulties", "/difficulties/board?all=true", "/difficulties/rates", "/difficulties/rates/records?kind=Satisfied" })
        {
            await secretary.Page.GotoAsync(address);
            await SoundAsync(secretary);
        }

        await secretary.Page.GotoAsync(difficulty);
        await Assertions.Expect(secretary.Page.Locator("main svg.lm-lanes")).ToBeVisibleAsync();
        await secretary.ShootAsync("difficulty-closed");
        foreach (var watched in new[] { firm, secretary, town, eco }) Assert.DoesNotContain(watched.TakeNoise(), n => !n.Contains("422", StringComparison.Ordinal) && !n.Contains("409", StringComparison.Ordinal)); // what was refused on purpose
        Assert.Empty(demonstration.Server.Errors);
    }

    private static async Task AnswerAsync(WatchedPage unit, string difficulty, string text)
    {
        await unit.Page.GotoAsync(difficulty);
        await DoAsync(unit, "答复", ("outcome", "Solved"), ("text", text));
        await Assertions.Expect(unit.Page.Locator("main")).ToContainTextAsync(text);
    }

    private static async Task RateAsync(WatchedPage firm, string rating, string text)
    {
        var form = firm.Page.Locator("main form", new() { HasText = "提交评价" });
        await form.Locator("[name=rating]").SelectOptionAsync(rating);
        await form.Locator("[name=text]").FillAsync(text);
        await form.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(firm.Page.Locator("main form", new() { HasText = "提交评价" })).ToHaveCountAsync(0);
    }

    /// <summary>Opens a step of the page, fills it in and sends it; the page has come back when its panel is closed, or open again with what is wrong.</summary>
    private static async Task DoAsync(WatchedPage watched, string step, params (string Field, string Value)[] fields)
    {
        var panel = watched.Page.Locator("main .lm-confirm").Filter(new() { Has = watched.Page.Locator("summary", new() { HasTextRegex = new($"^\\s*{step}\\s*$") }) }).First;
        await panel.Locator("summary").ClickAsync();
        foreach (var (field, value) in fields)
        {
            var input = panel.Locator($"[name={field}]");
            if (await input.EvaluateAsync<string>("e => e.tagName") == "SELECT") await input.SelectOptionAsync(value);
            else await input.FillAsync(value);
        }

        await watched.Page.RunAndWaitForResponseAsync(() => panel.Locator("button[type=submit]").ClickAsync(), r => r.Request.Method == "POST");
        await watched.Page.WaitForLoadStateAsync(LoadState.Load);
        await Assertions.Expect(watched.Page.Locator("main h1")).ToContainTextAsync(Title);
    }

    private static async Task SoundAsync(WatchedPage watched)
    {
        Assert.Empty(await watched.AxeAsync());
        Assert.Empty(await watched.OverflowOnPhoneAsync());
    }
}
