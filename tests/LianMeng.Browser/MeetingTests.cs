using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Browser.Chrome;
using LianMeng.Browser.Server;
using Microsoft.Playwright;

namespace LianMeng.Browser;

/// <summary>Firm A posts, firm B is told, B finds A through its own search, the secretary sees both; both agree to talk and confirm a deal.</summary>
[Collection(SharedDemonstration.Name)]
public sealed class MeetingTests(Chromium chromium, DemonstrationServer demonstration)
{
    private const string Need = "求购 ADC12 铝合金锭，试制用，每月 12 吨";

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
        Assert.Empty(posting.Errors);
        Assert.Empty(told.Errors);
    }

    /// <summary>Contacts open when both agreed, and the deal counts when both confirmed it: each from its own account, the secretary for neither.</summary>
    private static async Task AgreeAsync(WatchedPage seller, WatchedPage buyer, WatchedPage secretary, string listing)
    {
        await seller.Page.GotoAsync(listing);
        await seller.Page.Locator("main a", new() { HasText = "提出对接" }).First.ClickAsync();
        await seller.ExpectHeadingAsync("提出对接");
        await seller.Page.FillAsync("main [name=contactName]", "熔炼甲");
        await seller.Page.FillAsync("main [name=contactPhone]", "13900000071");
        await seller.Page.ClickAsync("main form.lm-form .lm-form-actions button[type=submit]");
        await seller.ExpectHeadingAsync("铝合金锭");
        var introduction = new Uri(seller.Page.Url).AbsolutePath;

        await secretary.Page.GotoAsync(introduction);
        await secretary.ExpectHeadingAsync("铝合金锭");
        Assert.Equal(0, await secretary.Page.Locator("main [name=contactPhone]").CountAsync());
        await buyer.Page.GotoAsync(introduction);
        Assert.Equal(0, await buyer.Page.GetByText("13900000071").CountAsync());
        await buyer.Page.FillAsync("main [name=contactName]", "采购乙");
        await buyer.Page.FillAsync("main [name=contactPhone]", "13900000072");
        await buyer.ShootAsync("introduction-asked");
        await buyer.Page.Locator("main button", new() { HasText = "同意对接" }).ClickAsync();
        await Assertions.Expect(buyer.Page.Locator("main")).ToContainTextAsync("13900000071");
        await buyer.ShootAsync("introduction-consented");
        await secretary.Page.GotoAsync(introduction);
        await Assertions.Expect(secretary.Page.Locator("main")).ToContainTextAsync("双方已同意");
        Assert.DoesNotContain("1390000007", await secretary.Page.ContentAsync(), StringComparison.Ordinal);

        await seller.Page.GotoAsync(introduction);
        await Assertions.Expect(seller.Page.Locator("main")).ToContainTextAsync("13900000072");
        await seller.Page.Locator("main a", new() { HasText = "登记合作" }).ClickAsync();
        await seller.ExpectHeadingAsync("登记合作");
        await seller.Page.ClickAsync("main form.lm-form-wide .lm-form-actions button[type=submit]");
        await seller.ExpectHeadingAsync("铝合金锭");
        var deal = new Uri(seller.Page.Url).AbsolutePath;
        await ConfirmAsync(buyer, deal);
        await seller.Page.GotoAsync(deal);
        await seller.Page.SelectOptionAsync("main [name=stage]", "Contract");
        await seller.Page.FillAsync("main [name=amount]", "2880000");
        await seller.Page.Locator("main button", new() { HasText = "填报" }).Last.ClickAsync();
        await Assertions.Expect(seller.Page.Locator("main")).ToContainTextAsync("288");
        await secretary.Page.GotoAsync(deal);
        Assert.Equal(0, await secretary.Page.Locator("main .lm-confirm", new() { HasText = "确认" }).CountAsync());
        await ConfirmAsync(buyer, deal);
        await Assertions.Expect(buyer.Page.Locator("main")).ToContainTextAsync("288");
        await buyer.ShootAsync("deal-confirmed");
        await secretary.Page.GotoAsync("/partnerships?query=" + Uri.EscapeDataString("岐镟"));
        await Assertions.Expect(secretary.Page.Locator("main table")).ToContainTextAsync("炽汨镕");
        await secretary.Page.GotoAsync("/funnel");
        await secretary.ExpectHeadingAsync("撮合漏斗");
        await secretary.ShootAsync("funnel");
        foreach (var watched in new[] { seller, buyer, secretary }) Assert.Empty(watched.TakeNoise());
    }

    private static async Task ConfirmAsync(WatchedPage firm, string deal)
    {
        await firm.Page.GotoAsync(deal);
        var row = firm.Page.Locator("main table tbody tr").Filter(new() { Has = firm.Page.Locator(".lm-confirm") }).First;
        await row.Locator("summary").ClickAsync();
        await row.Locator(".lm-confirm[open] button[type=submit]").ClickAsync();
        await Assertions.Expect(firm.Page.Locator("main table tbody .lm-confirm")).ToHaveCountAsync(0);
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
