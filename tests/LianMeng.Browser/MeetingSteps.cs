using LianMeng.Browser.Chrome;
using Microsoft.Playwright;

namespace LianMeng.Browser;

/// <summary>What two firms do, each in a browser of its own, from a listing to what both confirmed.</summary>
internal static class MeetingSteps
{
    /// <summary>The reader of a listing asks to be introduced, the one who posted agrees; contacts open then and not before.</summary>
    /// <param name="officer">a third person, who never sees the contacts</param>
    /// <returns>the path of the introduction</returns>
    public static async Task<string> IntroduceAsync(WatchedPage reader, WatchedPage poster, WatchedPage officer, string listing, string product)
    {
        await reader.Page.GotoAsync(listing);
        await reader.Page.Locator("main a", new() { HasText = "提出对接" }).First.ClickAsync();
        await reader.ExpectHeadingAsync("提出对接");
        await reader.Page.FillAsync("main [name=contactName]", "熔炼甲");
        await reader.Page.FillAsync("main [name=contactPhone]", "13900000071");
        await reader.Page.ClickAsync("main form.lm-form .lm-form-actions button[type=submit]");
        await reader.ExpectHeadingAsync(product);
        var introduction = new Uri(reader.Page.Url).AbsolutePath;

        await officer.Page.GotoAsync(introduction);
        await officer.ExpectHeadingAsync(product);
        Assert.Equal(0, await officer.Page.Locator("main [name=contactPhone]").CountAsync());
        await poster.Page.GotoAsync(introduction);
        Assert.Equal(0, await poster.Page.GetByText("13900000071").CountAsync());
        await poster.Page.FillAsync("main [name=contactName]", "采购乙");
        await poster.Page.FillAsync("main [name=contactPhone]", "13900000072");
        await poster.ShootAsync("introduction-asked");
        await poster.Page.Locator("main button", new() { HasText = "同意对接" }).ClickAsync();
        await Assertions.Expect(poster.Page.Locator("main")).ToContainTextAsync("13900000071");
        await poster.ShootAsync("introduction-consented");
        await officer.Page.GotoAsync(introduction);
        await Assertions.Expect(officer.Page.Locator("main")).ToContainTextAsync("双方已同意");
        Assert.DoesNotContain("1390000007", await officer.Page.ContentAsync(), StringComparison.Ordinal);
        await reader.Page.GotoAsync(introduction);
        await Assertions.Expect(reader.Page.Locator("main")).ToContainTextAsync("13900000072");
        return introduction;
    }

    /// <returns>the path of the deal that one of the two wrote down from the introduction and the other confirmed</returns>
    public static async Task<string> OpenDealAsync(WatchedPage one, WatchedPage other, string introduction, string product)
    {
        await one.Page.GotoAsync(introduction);
        await one.Page.Locator("main a", new() { HasText = "登记合作" }).ClickAsync();
        await one.ExpectHeadingAsync("登记合作");
        await one.Page.ClickAsync("main form.lm-form-wide .lm-form-actions button[type=submit]");
        await one.ExpectHeadingAsync(product);
        var deal = new Uri(one.Page.Url).AbsolutePath;
        await ConfirmAsync(other, deal);
        return deal;
    }

    /// <summary>One states a stage with its amount; the officer finds nothing to confirm; the other confirms.</summary>
    /// <param name="shown">how the amount begins on the page</param>
    public static async Task ReachAsync(WatchedPage one, WatchedPage other, WatchedPage officer, string deal, string stage, string amount, string shown)
    {
        await one.Page.GotoAsync(deal);
        await one.Page.SelectOptionAsync("main [name=stage]", stage);
        await one.Page.FillAsync("main [name=amount]", amount);
        await one.Page.Locator("main button", new() { HasText = "填报" }).Last.ClickAsync();
        await Assertions.Expect(one.Page.Locator("main")).ToContainTextAsync(shown);
        await officer.Page.GotoAsync(deal);
        Assert.Equal(0, await officer.Page.Locator("main .lm-confirm", new() { HasText = "确认" }).CountAsync());
        await ConfirmAsync(other, deal);
        await Assertions.Expect(other.Page.Locator("main")).ToContainTextAsync(shown);
    }

    /// <summary>Confirms what the other side stated last, in the one row of the page's table that waits for it.</summary>
    public static async Task ConfirmAsync(WatchedPage firm, string page)
    {
        await firm.Page.GotoAsync(page);
        var row = firm.Page.Locator("main table tbody tr").Filter(new() { Has = firm.Page.Locator(".lm-confirm") }).First;
        await row.Locator("summary").First.ClickAsync();
        await row.Locator(".lm-confirm[open] button[type=submit]").ClickAsync();
        await Assertions.Expect(firm.Page.Locator("main table tbody .lm-confirm")).ToHaveCountAsync(0);
    }
}
