using System.Text;
using LianMeng.Browser.Chrome;
using LianMeng.Browser.Server;
using Microsoft.Playwright;

namespace LianMeng.Browser;

/// <summary>A firm uploads its bill, sees who makes each line, asks with one click; the maker answers from its own account; the offers stand side by side and one becomes an introduction.</summary>
[Collection(SharedDemonstration.Name)]
public sealed class InquiryJourneyTests(Chromium chromium, DemonstrationServer demonstration)
{
    private const string Name = "行程原料", Ingot = "再生铝合金锭", Unknown = "龙鳞琥珀胶";

    [Fact]
    public async Task From_a_bill_to_an_introduction()
    {
        await using var buyer = await chromium.OpenAsync(demonstration.Server);
        await buyer.SignInAsync("firm-casting", DemonstrationServer.Password);
        var bill = await UploadAsync(buyer);

        await buyer.Page.Locator("main a", new() { HasText = "本地谁在做" }).First.ClickAsync();
        await buyer.ExpectHeadingAsync("本地谁在做");
        var line = buyer.Page.Locator("main fieldset.lm-ask", new() { HasText = Ingot });
        await Assertions.Expect(line).ToContainTextAsync("重庆炽汨镕再生铝业有限公司");
        await Assertions.Expect(buyer.Page.Locator("main fieldset.lm-ask", new() { HasText = Unknown }).Locator("input[type=checkbox]")).ToHaveCountAsync(0);
        await line.Locator(".lm-ask-maker", new() { HasText = "重庆炽汨镕再生铝业有限公司" }).Locator("input").CheckAsync();
        await buyer.ShootAsync("bill-makers");
        await SoundAsync(buyer);
        await buyer.Page.Locator("main button", new() { HasText = "向勾选的企业询价" }).ClickAsync();
        await buyer.ExpectHeadingAsync("比价表");
        await Assertions.Expect(buyer.Page.Locator("main table")).ToContainTextAsync("待报价");

        await using var maker = await chromium.OpenAsync(demonstration.Server);
        await maker.SignInAsync("firm-ingot", DemonstrationServer.Password);
        await maker.Page.GotoAsync("/inquiries?waiting=true&sort=-sent");
        await maker.Page.Locator("main tbody tr", new() { HasText = "岐镟压铸" }).First.Locator("a").First.ClickAsync();
        await maker.ExpectHeadingAsync(Ingot);
        Assert.DoesNotContain(Name, await maker.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Unknown, await maker.Page.ContentAsync(), StringComparison.Ordinal);
        await maker.Page.FillAsync("main [name='lines[0].price']", "19850");
        await maker.Page.FillAsync("main [name='lines[0].leadDays']", "12");
        await maker.ShootAsync("inquiry-answer");
        await SoundAsync(maker);
        await maker.Page.Locator("main .lm-form-actions button", new() { HasText = "报价" }).First.ClickAsync();
        await Assertions.Expect(maker.Page.Locator("main h1")).ToContainTextAsync("已报价");

        await buyer.Page.GotoAsync($"{bill}/offers");
        await Assertions.Expect(buyer.Page.Locator("main table")).ToContainTextAsync("19,850");
        await Assertions.Expect(buyer.Page.Locator("main table")).ToContainTextAsync("唯一报价");
        await buyer.ShootAsync("offers");
        await SoundAsync(buyer);
        await buyer.Page.Locator("main table a", new() { HasTextRegex = new("^询价$") }).First.ClickAsync();
        await buyer.ExpectHeadingAsync(Ingot);
        await Assertions.Expect(buyer.Page.Locator("main table")).ToContainTextAsync("19,850");
        await SoundAsync(buyer);
        await buyer.Page.GotoAsync($"{bill}/offers");
        await buyer.Page.Locator("main table a", new() { HasText = "提出对接" }).First.ClickAsync();
        await buyer.ExpectHeadingAsync("提出对接");
        Assert.Equal(Ingot, await buyer.Page.InputValueAsync("main [name=product]"));
        Assert.Equal("Buyer", await buyer.Page.InputValueAsync("main [name=side]"));
        await buyer.Page.FillAsync("main [name=contactName]", "采购丙");
        await buyer.Page.FillAsync("main [name=contactPhone]", "13900000073");
        await buyer.Page.ClickAsync("main form.lm-form .lm-form-actions button[type=submit]");
        await buyer.ExpectHeadingAsync(Ingot);
        await buyer.Page.GotoAsync($"{bill}/offers");
        await Assertions.Expect(buyer.Page.Locator("main table")).ToContainTextAsync("对接一方已同意");

        await using var secretary = await chromium.OpenAsync(demonstration.Server);
        await secretary.SignInAsync("secretary-jlp", DemonstrationServer.Password);
        var answer = await secretary.Page.GotoAsync($"{bill}/offers");
        Assert.Equal(403, answer!.Status);
        Assert.DoesNotContain("19,850", await secretary.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(buyer.TakeNoise());
        Assert.Empty(maker.TakeNoise());
        Assert.Empty(demonstration.Server.Errors);
    }

    /// <returns>the bill's path</returns>
    private static async Task<string> UploadAsync(WatchedPage buyer)
    {
        await buyer.Page.GotoAsync("/bills");
        await buyer.Page.Locator("main a", new() { HasText = "从 Excel 导入" }).First.ClickAsync();
        await buyer.ExpectHeadingAsync("导入物料清单");
        await buyer.Page.SetInputFilesAsync("main [name=file]", new FilePayload { Name = $"{Name}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"物料名称,规格,数量,单位,备注\n{Ingot},GB/T 8733,40,吨,只给自己看\n{Unknown},,3,桶,\n坏的一行,,0,件,\n") });
        await buyer.Page.ClickAsync("main form button[type=submit]");
        await buyer.ExpectHeadingAsync("核对预览");
        await Assertions.Expect(buyer.Page.Locator("main")).ToContainTextAsync("0.0001");
        await buyer.Page.Locator("main button", new() { HasText = "确认导入" }).ClickAsync();
        await Assertions.Expect(buyer.Page.Locator("main")).ToContainTextAsync("已保存的内容", new() { Timeout = 30_000 });
        foreach (var address in new[] { "/bills/new", "/bills/import", "/inquiries", "/bills" })
        {
            await buyer.Page.GotoAsync(address);
            await SoundAsync(buyer);
        }

        await buyer.ShootAsync("bills");
        await buyer.Page.Locator("main table a", new() { HasText = Name }).First.ClickAsync();
        await buyer.ExpectHeadingAsync(Name);
        await buyer.ShootAsync("bill");
        await SoundAsync(buyer);
        var bill = new Uri(buyer.Page.Url).AbsolutePath;
        await buyer.Page.Locator("main table a", new() { HasText = Ingot }).ClickAsync();
        await buyer.ExpectHeadingAsync($"第 1 行：{Ingot}");
        await SoundAsync(buyer);
        await buyer.Page.GotoAsync(bill);
        return bill;
    }

    private static async Task SoundAsync(WatchedPage watched)
    {
        Assert.Empty(await watched.AxeAsync());
        Assert.Empty(await watched.OverflowOnPhoneAsync());
    }
}
