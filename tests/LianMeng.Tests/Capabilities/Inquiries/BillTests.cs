using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Inquiries;

/// <summary>A bill from a file or line by line, for its firm alone.</summary>
public sealed class BillTests(TestWorld world) : IClassFixture<TestWorld>
{
    private const string Header = "产品,牌号规格,数量,单位,需要日期,交货地,备注";

    private DateOnly Today => DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime.AddHours(8));

    [WorldFact]
    public async Task A_file_becomes_a_bill_once_and_its_Excel_can_be_taken_again()
    {
        using var clerk = await world.ApiAsync(world.Known.Manager);
        var wanted = Today.AddDays(30);
        var file = Csv(Header, $"铝合金压铸件,DC-3 壳体,1200,件,{wanted:yyyy-MM-dd},铜梁区东城,只给自己看", "铝型材,6061,2.5t,,,,", "钢板,,3,公斤,,,");
        var preview = await UploadAsync(clerk, file, "十二月备料.csv", commit: false);
        Assert.Equal((3, 0, 0), (preview.New, preview.Same, preview.RejectedRows));
        Assert.False(await world.ReadAsync(db => db.Set<Bill>().AnyAsync(b => b.Name == "十二月备料")));

        await UploadAsync(clerk, file, "十二月备料.csv");
        var again = await UploadAsync(clerk, file, "改了名.csv");
        Assert.Equal((0, 3), (again.New, again.Same));
        Assert.Contains(again.Notes, n => n.Contains("已经建过清单", StringComparison.Ordinal));
        var bill = await world.ReadAsync(db => db.Set<Bill>().AsNoTracking().Include(b => b.Lines).SingleAsync(b => b.FileHash != null && b.Name == "十二月备料"));
        Assert.Equal(world.Known.Firm, bill.OrganisationId);
        Assert.Equal([new("铝合金压铸件", "DC-3 壳体", 1200m, "件", wanted, "铜梁区东城", "只给自己看"), new("铝型材", "6061", 2.5m, "吨", null, null, null), new BillGoods("钢板", null, 3m, "千克", null, null, null)], bill.Lines.OrderBy(l => l.Place).Select(l => l.Goods));

        var excel = await clerk.GetByteArrayAsync($"/api/bills/{bill.Id}/lines/export.xlsx");
        var back = await UploadAsync(clerk, excel, "再来.xlsx");
        Assert.Equal((3, 0), (back.New, back.RejectedRows));
    }

    [WorldTheory]
    [InlineData(0, "", "产品", "必填")]
    [InlineData(0, "！！！——", "产品", "看不出")]
    [InlineData(0, "👍🏽👍🏽", "产品", "看不出")]
    [InlineData(2, "0", "数量", "0.0001")]
    [InlineData(2, "-5", "数量", "0.0001")]
    [InlineData(2, "99999999999", "数量", "1000000000")]
    [InlineData(2, "1.00001", "数量", "4 位小数")]
    [InlineData(2, "若干", "数量", "不是确定的数值")]
    [InlineData(3, "", "单位", "“单位”")]
    [InlineData(3, "噗", "单位", "不认识单位“噗”")]
    [InlineData(4, "2020-01-01", "需要日期", "已过")]
    [InlineData(4, "尽快", "需要日期", "确定的日期")]
    public async Task What_a_form_would_refuse_is_rejected_beside_its_column(int column, string text, string title, string reason)
    {
        string[] cells = ["丙种铝锭", "", "200", "吨", "", "", ""];
        cells[column] = text;
        using var clerk = await world.ApiAsync(world.Known.Manager);
        var report = await UploadAsync(clerk, Csv(Header, string.Join(',', cells)), "坏.csv", commit: false);
        var rejection = Assert.Single(report.Rejected);
        Assert.Equal((2, title), (rejection.Row, rejection.Column));
        Assert.Contains(reason, rejection.Reason, StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task Ten_thousand_lines_are_not_taken_silently_and_the_same_line_twice_is_said()
    {
        using var clerk = await world.ApiAsync(world.Known.Manager);
        var many = Csv(Header, [.. Enumerable.Range(1, 1500).Select(n => $"丁种铝件 {n},,{n},件,,,")]);
        var report = await UploadAsync(clerk, many, "太多.csv");
        Assert.Equal((Bill.MostLines, 1000), (report.New, report.RejectedRows));
        Assert.Contains($"最多 {Bill.MostLines} 行", report.Rejected[0].Reason, StringComparison.Ordinal);
        Assert.Equal(Bill.MostLines, await world.ReadAsync(db => db.Set<BillLine>().CountAsync(l => l.Product.StartsWith("丁种铝件"))));
        var full = await world.ReadAsync(db => db.Set<Bill>().Where(b => b.Name == "太多").Select(b => b.Id).SingleAsync());
        using (var one = await clerk.PostAsJsonAsync($"/api/bills/{full}/lines", new { product = "再多一行", quantity = 1, unit = "件" }))
            Assert.Contains($"最多 {Bill.MostLines} 行", await one.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using (var whole = await clerk.UploadAsync("/api/imports/bills?commit=true", Csv(Header, [.. Enumerable.Range(1, 10_000).Select(n => $"戊种铝件 {n},,{n},件,,,")]), "一万行.csv"))
            Assert.Equal(HttpStatusCode.Accepted, whole.StatusCode); // in the background, and with the same limit

        var twice = await UploadAsync(clerk, Csv(Header, "己种铝件,A,1,件,,,", "己种 铝件,a,2,pcs,,,"), "两遍.csv", commit: false);
        Assert.Contains("与第 2 行重复", Assert.Single(twice.Rejected).Reason, StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task Lines_are_typed_changed_and_taken_out_and_two_who_change_one_bill_meet()
    {
        using var clerk = await world.ApiAsync(world.Known.Manager);
        var id = await MakeAsync(clerk, "手工清单", new { product = "庚种铝件", quantity = 10, unit = "件" });
        await SendAsync(clerk, HttpMethod.Post, $"/api/bills/{id}/lines", new { product = "辛种铝件", quantity = 20, unit = "套", remark = "急" });
        await SendAsync(clerk, HttpMethod.Post, $"/api/bills/{id}/lines", new { product = "辛种铝件", quantity = 30, unit = "套" }, HttpStatusCode.Conflict, "与第 2 行相同");
        await SendAsync(clerk, HttpMethod.Post, $"/api/bills/{id}/lines", new { product = "壬", quantity = 0, unit = "斛" }, HttpStatusCode.UnprocessableEntity, "数量");
        var lines = (await clerk.GetFromJsonAsync<JsonElement>($"/api/bills/{id}/lines")).GetProperty("items").EnumerateArray().ToList();
        var version = (await clerk.GetFromJsonAsync<JsonElement>($"/api/bills/{id}")).GetProperty("version").GetGuid();
        var line = lines[1].GetProperty("id").GetGuid();
        await SendAsync(clerk, HttpMethod.Put, $"/api/bills/{id}/lines/{line}", new { version, product = "辛种铝件", quantity = 25, unit = "套" });
        await SendAsync(clerk, HttpMethod.Put, $"/api/bills/{id}/lines/{line}", new { version, product = "辛种铝件", quantity = 26, unit = "套" }, HttpStatusCode.Conflict, "别人改过");
        await SendAsync(clerk, HttpMethod.Put, $"/api/bills/{id}", new { name = "改了名的清单" });
        await SendAsync(clerk, HttpMethod.Delete, $"/api/bills/{id}/lines/{line}", null);
        var bill = await world.ReadAsync(db => db.Set<Bill>().AsNoTracking().Include(b => b.Lines).SingleAsync(b => b.Id == id));
        Assert.Equal(("改了名的清单", "庚种铝件"), (bill.Name, Assert.Single(bill.Lines).Product));
        await SendAsync(clerk, HttpMethod.Delete, $"/api/bills/{id}", null);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/api/bills/{id}")).StatusCode);
        Assert.False(await world.ReadAsync(db => db.Set<BillLine>().AnyAsync(l => l.BillId == id)));
    }

    [WorldFact]
    public async Task By_the_page_a_bill_is_made_filled_and_kept_with_what_was_typed_wrong()
    {
        using var browser = await world.BrowserAsync(world.Known.Manager);
        var empty = await browser.PageAsync("/bills/new");
        using var made = await browser.SubmitAsync("/bills/new", empty, "make", new() { ["name"] = "网页清单" });
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var address = made.Headers.Location!.OriginalString.Split('?')[0];
        var page = await browser.PageAsync(address);
        using (var wrong = await browser.SubmitAsync(address, page, "add", new() { ["product"] = "网页铝件", ["quantity"] = "10", ["unit"] = "噗" }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            var shown = await wrong.Content.ReadAsStringAsync();
            Assert.Contains("不认识单位", shown, StringComparison.Ordinal);
            Assert.Contains("value=\"网页铝件\"", shown, StringComparison.Ordinal);
        }

        using (var added = await browser.SubmitAsync(address, page, "add", new() { ["product"] = "网页铝件", ["quantity"] = "10", ["unit"] = "件" })) Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains("网页铝件", (await browser.PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("网页清单", (await browser.PageAsync("/bills")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<Guid> MakeAsync(HttpClient client, string name, params object[] lines)
    {
        using var made = await client.PostAsJsonAsync("/api/bills", new { name, lines });
        Assert.True(made.StatusCode == HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        return (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private static async Task SendAsync(HttpClient client, HttpMethod method, string url, object? body, HttpStatusCode status = HttpStatusCode.OK, string words = "")
    {
        using var request = new HttpRequestMessage(method, url) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{method} {url} → {(int)answer.StatusCode} {text}");
        Assert.Contains(words, text, StringComparison.Ordinal);
    }

    private static async Task<ImportReport> UploadAsync(HttpClient client, byte[] file, string name, bool commit = true)
    {
        using var answer = await client.UploadAsync($"/api/imports/bills{(commit ? "?commit=true" : "")}", file, name);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ImportReport>(Json.Options))!;
    }

    private static byte[] Csv(string header, params string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', [header, .. rows]) + "\n");
}
