using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Browser.Chrome;
using LianMeng.Browser.Server;
using Microsoft.Playwright;

namespace LianMeng.Browser;

/// <summary>Firm A posts, firm B is told, B finds A through its own search, the secretary sees both; both agree to talk and confirm a deal, and what follows from it: stories S2 and S5.</summary>
[Collection(SharedDemonstration.Name)]
public sealed class MeetingTests(Chromium chromium, DemonstrationServer demonstration)
{
    private const string Need = "求购 ADC12 铝合金锭，试制用，每月 12 吨";

    private static string Today => TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public Task Two_firms_meet() => MeetAsync(demonstration.Server, demonstration.Server);

    [Fact]
    public async Task Two_firms_meet_over_two_nodes_on_PostgreSQL_and_both_nodes_answer_alike()
    {
        var cluster = Environment.GetEnvironmentVariable("LIANMENG_TEST_POSTGRES");
        Assert.SkipUnless(cluster is { Length: > 0 }, "LIANMENG_TEST_POSTGRES is not set; ./test starts a cluster");
        await using var first = new RunningServer(RunningServer.OnPostgres(cluster));
        await first.TakeDemonstrationAsync();
        await first.StartAsync();
        await using var second = first.Twin();
        await second.StartAsync();
        await MeetAsync(first, second);

        var asked = 0;
        foreach (var (user, firms) in new[] { ("secretary-jlp", true), ("firm-casting", false), ("city", true), ("firm-ebike", false) })
        {
            foreach (var text in new[] { Need, "谁在采购铝合金锭", "72V20Ah电动车电池", "求购摄像机外壳压铸件", "处理废铅蓄电池", "不存在的东西" })
            {
                string[] answers = [await AskAsync(first, user, text), await AskAsync(second, user, text)];
                Assert.Equal(answers[0], answers[1]);
                asked++;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"two nodes on PostgreSQL: {asked} questions of four people answered alike");
        Assert.Empty(second.Errors);
    }

    private async Task MeetAsync(RunningServer posting, RunningServer told)
    {
        await using var buyer = await chromium.OpenAsync(posting);
        await buyer.SignInAsync("firm-casting", DemonstrationServer.Password);
        await buyer.Page.GotoAsync("/listings/new?kind=Demand");
        await buyer.Page.FillAsync("main [name=title]", Need);
        await buyer.Page.FillAsync("main [name=product]", "铝合金锭");
        await buyer.Page.FillAsync("main [name=quantity]", "12");
        await buyer.Page.FillAsync("main [name=unit]", "吨/月");
        await buyer.Page.ClickAsync("main form.lm-form-wide .lm-form-actions button[type=submit]");
        await buyer.ExpectHeadingAsync(Need);
        await Assertions.Expect(buyer.Page.Locator("main")).ToContainTextAsync("谁能供应");
        await Assertions.Expect(buyer.Page.Locator(".lm-match").First).ToContainTextAsync("铝合金锭");
        await Assertions.Expect(buyer.Page.Locator("main")).ToContainTextAsync("重庆炽汨镕再生铝业有限公司");
        var address = new Uri(buyer.Page.Url).AbsolutePath;
        await buyer.ShootAsync("listing-posted");
        Assert.Empty(buyer.TakeNoise());

        await using var seller = await chromium.OpenAsync(told);
        await seller.SignInAsync("firm-ingot", DemonstrationServer.Password);
        var notice = seller.Page.Locator("main tr", new() { HasText = Need });
        for (var tries = 0; tries < 40 && await notice.CountAsync() == 0; tries++)
        {
            await seller.Page.WaitForTimeoutAsync(500);
            await seller.Page.GotoAsync("/notices");
        }

        await Assertions.Expect(notice).ToHaveCountAsync(1);
        await seller.ShootAsync("notices");
        await notice.Locator("button, a.btn").First.ClickAsync();
        await seller.ExpectHeadingAsync(Need);
        Assert.Equal(address, new Uri(seller.Page.Url).AbsolutePath);
        Assert.Equal(0, await seller.Page.GetByText("谁能供应").CountAsync());

        await seller.Page.GotoAsync("/match?kind=Supply&text=" + Uri.EscapeDataString("供应 ADC12 铝合金锭"));
        await Assertions.Expect(seller.Page.Locator($"main a[href='{address}']")).ToHaveCountAsync(1);
        await seller.ShootAsync("match-supply");
        Assert.Empty(seller.TakeNoise());

        await using var secretary = await chromium.OpenAsync(told);
        await secretary.SignInAsync("secretary-jlp", DemonstrationServer.Password);
        await secretary.Page.GotoAsync("/listings?query=" + Uri.EscapeDataString("试制用"));
        await secretary.Page.Locator("main tbody a").First.ClickAsync();
        await secretary.ExpectHeadingAsync(Need);
        await Assertions.Expect(secretary.Page.Locator("main")).ToContainTextAsync("重庆岐镟压铸有限公司");
        await Assertions.Expect(secretary.Page.Locator("main")).ToContainTextAsync("重庆炽汨镕再生铝业有限公司");
        await secretary.ShootAsync("listing-secretary");
        Assert.Empty(secretary.TakeNoise());
        await AgreeAsync(seller, buyer, secretary, address);
        await SubstituteAsync(seller, buyer, secretary);
        await RecycleAsync(seller, buyer, secretary);
        Assert.Empty(posting.Errors);
        Assert.Empty(told.Errors);
    }

    /// <summary>Contacts open when both agreed, and the deal counts when both confirmed it: each from its own account, the secretary for neither.</summary>
    private static async Task AgreeAsync(WatchedPage seller, WatchedPage buyer, WatchedPage secretary, string listing)
    {
        var introduction = await MeetingSteps.IntroduceAsync(seller, buyer, secretary, listing, "铝合金锭");
        var deal = await MeetingSteps.OpenDealAsync(seller, buyer, introduction, "铝合金锭");
        await MeetingSteps.ReachAsync(seller, buyer, secretary, deal, "Contract", "2880000", "288");
        await buyer.ShootAsync("deal-confirmed");
        await secretary.Page.GotoAsync("/partnerships?query=" + Uri.EscapeDataString("岐镟"));
        await Assertions.Expect(secretary.Page.Locator("main table")).ToContainTextAsync("炽汨镕");
        await secretary.Page.GotoAsync("/funnel");
        await secretary.ExpectHeadingAsync("撮合漏斗");
        await secretary.ShootAsync("funnel");
        foreach (var watched in new[] { seller, buyer, secretary }) Assert.Empty(watched.TakeNoise());
    }

    /// <summary>S5: what the buyer bought outside comes from the maker next door now; the saving counts when the maker has confirmed it.</summary>
    private static async Task SubstituteAsync(WatchedPage seller, WatchedPage buyer, WatchedPage secretary)
    {
        var before = await SavedAsync(secretary);
        await buyer.Page.GotoAsync("/substitutions/new");
        await buyer.ExpectHeadingAsync("登记本地替代");
        await buyer.Page.FillAsync("main [name=product]", "ADC12 铝合金锭");
        await buyer.Page.FillAsync("main [name=maker]", "重庆炽汨镕再生铝业有限公司");
        await buyer.Page.FillAsync("main [name=fromPlace]", "湖北襄阳");
        await buyer.Page.FillAsync("main [name=movedOn]", Today);
        await buyer.Page.FillAsync("main [name=quantity]", "144");
        await buyer.Page.FillAsync("main [name=unit]", "吨");
        await buyer.Page.FillAsync("main [name=priceSaving]", "57600");
        await buyer.Page.FillAsync("main [name=freightSaving]", "43200");
        await buyer.Page.ClickAsync("main form.lm-form-wide .lm-form-actions button[type=submit]");
        await Assertions.Expect(buyer.Page.Locator("main table")).ToContainTextAsync("湖北襄阳");
        Assert.Equal(before, await SavedAsync(secretary));
        await seller.Page.GotoAsync("/substitutions?waiting=true");
        var row = seller.Page.Locator("main table tbody tr", new() { HasText = "湖北襄阳" });
        await row.Locator("summary").GetByText("确认", new() { Exact = true }).ClickAsync();
        await row.Locator(".lm-confirm[open] button[type=submit]").ClickAsync();
        await Assertions.Expect(seller.Page.Locator("main table tbody tr", new() { HasText = "湖北襄阳" })).ToContainTextAsync("双方确认");
        Assert.Equal(before + 100_800, await SavedAsync(secretary));
        await secretary.Page.GotoAsync("/substitutions");
        await secretary.ShootAsync("substitution-ledger");
        foreach (var watched in new[] { seller, buyer, secretary }) Assert.Empty(watched.TakeNoise());
    }

    /// <summary>S2: offcuts that were sold for want of a use; the neighbour melts them: listing, match, introduction, deal with its stream and its use.</summary>
    private static async Task RecycleAsync(WatchedPage smelter, WatchedPage caster, WatchedPage secretary)
    {
        const string Offcuts = "压铸边角料每月 8 吨，找长期去处";
        await caster.Page.GotoAsync("/listings/new?kind=Supply");
        await caster.Page.SelectOptionAsync("main [name=subject]", "ByProduct");
        await caster.Page.FillAsync("main [name=title]", Offcuts);
        await caster.Page.FillAsync("main [name=product]", "压铸边角料");
        await caster.Page.FillAsync("main [name=quantity]", "8");
        await caster.Page.FillAsync("main [name=unit]", "吨/月");
        await caster.Page.ClickAsync("main form.lm-form-wide .lm-form-actions button[type=submit]");
        await caster.ExpectHeadingAsync(Offcuts);
        await Assertions.Expect(caster.Page.Locator("main")).ToContainTextAsync("重庆炽汨镕再生铝业有限公司");
        var listing = new Uri(caster.Page.Url).AbsolutePath;

        await smelter.Page.GotoAsync("/match?kind=Demand&text=" + Uri.EscapeDataString("收购压铸边角料"));
        for (var tries = 0; tries < 20 && await smelter.Page.Locator($"main a[href='{listing}']").CountAsync() == 0; tries++)
        {
            await smelter.Page.WaitForTimeoutAsync(500);
            await smelter.Page.ReloadAsync();
        }

        await Assertions.Expect(smelter.Page.Locator($"main a[href='{listing}']")).ToHaveCountAsync(1);
        var introduction = await MeetingSteps.IntroduceAsync(smelter, caster, secretary, listing, "压铸边角料");
        var deal = await MeetingSteps.OpenDealAsync(caster, smelter, introduction, "压铸边角料");
        await caster.Page.GotoAsync(deal);
        await caster.Page.SelectOptionAsync("main [name=streamId]", new SelectOptionValue { Label = "压铸边角料" });
        await caster.Page.SelectOptionAsync("main [name=useId]", new SelectOptionValue { Index = 1 });
        await caster.Page.Locator("main button", new() { HasText = "关联" }).ClickAsync();
        await Assertions.Expect(caster.Page.Locator("main .lm-facts")).ToContainTextAsync("用于");
        await MeetingSteps.ReachAsync(caster, smelter, secretary, deal, "Contract", "1152000", "115");
        await secretary.Page.GotoAsync(deal);
        await Assertions.Expect(secretary.Page.Locator("main .lm-facts")).ToContainTextAsync("用于");
        await secretary.ShootAsync("deal-by-product");
        foreach (var watched in new[] { smelter, caster, secretary }) Assert.Empty(watched.TakeNoise());
    }

    /// <returns>元 a year that both firms confirmed, price and freight</returns>
    private static async Task<decimal> SavedAsync(WatchedPage watched)
    {
        var answer = await watched.Page.Context.APIRequest.GetAsync("/api/substitution-ledger/totals");
        var totals = (await answer.JsonAsync())!.Value;
        return totals.GetProperty("price").GetDecimal() + totals.GetProperty("freight").GetDecimal();
    }

    private static async Task<string> AskAsync(RunningServer server, string userName, string text)
    {
        using var login = await server.Http.PostAsJsonAsync("/api/login", new { userName, password = DemonstrationServer.Password });
        var token = (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/match?take=30&text=" + Uri.EscapeDataString(text));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await server.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }
}
