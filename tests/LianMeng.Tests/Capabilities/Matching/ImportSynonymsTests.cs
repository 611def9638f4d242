using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LianMeng.Capabilities.Matching;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Spreadsheets;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Tests.Capabilities.Matching;

/// <summary>Synonyms from a file: new, changed, the same; what the form refuses is rejected in words; what the list exports comes in again.</summary>
public sealed class ImportSynonymsTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_file_adds_changes_and_leaves_the_same_and_twice_does_nothing()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        using (var added = await api.PostAsJsonAsync("/api/match/synonyms", new { text = "甲晶管=乙晶管\n丙晶管=丁晶管" })) Assert.True(added.IsSuccessStatusCode);
        var file = Csv("甲晶管=乙晶管=戊晶管", "丁晶管＝丙晶管", "己晶管、铝合金锭");
        var preview = await UploadAsync(api, file, commit: false);
        Assert.Equal((1, 1, 1, 0, false), (preview.New, preview.Changed, preview.Same, preview.RejectedRows, preview.Committed));
        Assert.Equal(new("同义词", "甲晶管＝乙晶管", "甲晶管＝乙晶管＝戊晶管"), Assert.Single(preview.Lines.Single(l => !l.IsNew).Changes));
        Assert.False(await HasAsync("己晶管\n铝合金锭"));

        var done = await UploadAsync(api, file);
        Assert.Equal((1, 1, 1, 0, true), (done.New, done.Changed, done.Same, done.RejectedRows, done.Committed));
        Assert.True(await HasAsync("甲晶管\n乙晶管\n戊晶管") && await HasAsync("己晶管\n铝合金锭") && await HasAsync("丙晶管\n丁晶管"));
        await Settling.UntilAsync("the ledger was followed", async () =>
            (await api.GetStringAsync("/api/match?kind=Demand&text=" + Uri.EscapeDataString("求购己晶管"))).Contains("按同义词“己晶管”＝“铝合金锭”", StringComparison.Ordinal));

        var head = await world.SettledHeadAsync();
        var again = await UploadAsync(api, file);
        Assert.Equal((0, 0, 3, 0), (again.New, again.Changed, again.Same, again.RejectedRows));
        Assert.Equal(head, await world.SettledHeadAsync());
        Assert.Contains(nameof(SynonymsImported), await world.ReadAsync(db => db.Set<LedgerEntry>().Select(e => e.Kind).Distinct().ToListAsync()));
    }

    [WorldFact]
    public async Task What_the_form_refuses_comes_back_with_its_reason_and_mended_it_is_taken()
    {
        using var api = await world.ApiAsync(world.Known.Officer);
        using (var added = await api.PostAsJsonAsync("/api/match/synonyms", new { text = "甲锆管=乙锆管\n丙锆管=丁锆管" })) Assert.True(added.IsSuccessStatusCode);
        var rows = new[]
        {
            ("单锆管", "只有一个词"), ("戊锆管=管", "太宽"), ("戊锆管=13912345678", "一串数字"), ("甲锆管=丙锆管", "分属 2 组"), ("铝液=铝水", "已经都是“铝液”"), ("己锆管=庚锆管", ""), ("庚锆管=辛锆管", "在第 7 行已写过"),
            ("甲锆管=壬锆管", ""), ("乙锆管=癸锆管", "第 9 行已改了同一组"), (string.Join('=', Enumerable.Range(1, 9).Select(n => $"锆{n}")), "最多 8 个词"),
        };
        var report = await UploadAsync(api, Csv([.. rows.Select(r => r.Item1 + ",")], "同义词,范围"));
        Assert.Equal((1, 1), (report.New, report.Changed));
        foreach (var ((text, said), row) in rows.Select((r, at) => (r, at + 2)).Where(r => r.r.Item2.Length > 0))
            Assert.True(report.Rejected.Any(r => r.Row == row && r.Reason.Contains(said, StringComparison.Ordinal)), $"{text}: {string.Join(' ', report.Rejected.Where(r => r.Row == row).Select(r => r.Reason))}");

        var bytes = await api.GetByteArrayAsync($"/api/imports/synonyms/{report.FileHash}/rejected.xlsx?name=a.csv");
        using var book = SpreadsheetReader.Read(new MemoryStream(bytes), "退回.xlsx");
        var back = book.Sheets[0].Rows.Select(r => r.Cells.Select(c => c.Text).ToList()).ToList();
        Assert.Equal("退回原因", back[0][0]);
        Assert.Contains(back, r => r.Contains("单锆管") && r[0].Contains("只有一个词", StringComparison.Ordinal));
        using var mended = new MemoryStream();
        await SpreadsheetWriter.WriteXlsxAsync(mended, new SheetSpec("退回", [.. back[0].Select(t => new SheetColumn(t))]), [[.. back.First(r => r.Contains("单锆管")).Select(c => (object?)c.Replace("单锆管", "单锆管=双锆管", StringComparison.Ordinal))]]);
        using var second = await api.UploadAsync("/api/imports/synonyms?commit=true", mended.ToArray(), "退回.xlsx");
        Assert.Equal(1, (await second.Content.ReadFromJsonAsync<ImportReport>(Json.Options))!.New);
    }

    /// <summary>The list as a district sees it holds the city's sets too: they stay the city's, and are no mistake of the file.</summary>
    [WorldFact]
    public async Task What_the_list_exports_changes_nothing_when_it_comes_in_again_and_another_scope_is_not_written()
    {
        using var admin = await world.ApiAsync(world.Known.Admin);
        using (var city = await admin.PostAsJsonAsync("/api/match/synonyms", new { text = "甲钛管=乙钛管" })) Assert.True(city.IsSuccessStatusCode);
        using var api = await world.ApiAsync(world.Known.Secretary);
        using (var own = await api.PostAsJsonAsync("/api/match/synonyms", new { text = "丙钛管=丁钛管" })) Assert.True(own.IsSuccessStatusCode);
        using var officer = await world.ApiAsync(world.Known.City);
        foreach (var someone in new[] { api, admin, officer })
        {
            var exported = await someone.GetByteArrayAsync("/api/match/synonyms/export.xlsx");
            var total = (await someone.GetFromJsonAsync<JsonElement>("/api/match/synonyms")).GetProperty("total").GetInt32();
            using var answer = await someone.UploadAsync("/api/imports/synonyms?commit=true", exported, "同义词.xlsx");
            var report = (await answer.Content.ReadFromJsonAsync<ImportReport>(Json.Options))!;
            Assert.Equal((0, 0, total, 0), (report.New, report.Changed, report.Same, report.RejectedRows));
        }

        var foreign = await UploadAsync(api, Csv(["甲钛管=戊钛管,全市", "己钛管=庚钛管,铜梁区", "辛钛管=壬钛管,九龙坡区"], "同义词,范围"));
        Assert.Equal((1, 2), (foreign.New, foreign.RejectedRows));
        Assert.All(foreign.Rejected, r => Assert.Equal("范围", r.Column));
        Assert.True(await HasAsync("甲钛管\n乙钛管"));

        using var manager = await world.ApiAsync(world.Known.Manager);
        using (var denied = await manager.UploadAsync("/api/imports/synonyms", Csv("子钛管=丑钛管"), "a.csv")) Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        using (var template = await api.GetAsync("/api/templates/synonyms.xlsx")) Assert.Contains("同义词", await template.TextAsync(), StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task The_pages_take_a_file_show_what_it_would_do_and_save_it()
    {
        using var browser = await world.BrowserAsync(world.Known.Secretary);
        var page = await browser.PageAsync("/match/synonyms");
        Assert.Contains(page.QuerySelectorAll("a"), a => a.GetAttribute("href") == "/match/synonyms/import");
        Assert.Equal("查找用词", page.QuerySelector("nav a[aria-current=page] span")?.TextContent);
        var form = await browser.PageAsync("/match/synonyms/import");
        Assert.Equal("查找用词", form.QuerySelector("nav a[aria-current=page] span")?.TextContent);
        var fields = form.Form("upload").FieldsOf();
        using var uploaded = await browser.UploadAsync("/match/synonyms/import", Csv("甲铪管=乙铪管"), "词.csv", fields);
        var address = uploaded.Headers.Location!.ToString();
        await Settling.UntilAsync("the preview is there", async () => (await browser.GetStringAsync(address)).Contains("甲铪管＝乙铪管", StringComparison.Ordinal));
        Assert.False(await HasAsync("甲铪管\n乙铪管"));
        using var confirmed = await browser.SubmitAsync(address, await browser.PageAsync(address), "confirm");
        await Settling.UntilAsync("it was saved", () => HasAsync("甲铪管\n乙铪管"));
    }

    private Task<bool> HasAsync(string lines) => world.ReadAsync(db => db.Set<SynonymSet>().AnyAsync(s => s.WordLines == lines));

    private static async Task<ImportReport> UploadAsync(HttpClient api, byte[] file, bool commit = true)
    {
        using var answer = await api.UploadAsync($"/api/imports/synonyms?commit={(commit ? "true" : "false")}", file, "词.csv");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ImportReport>(Json.Options))!;
    }

    private static byte[] Csv(params string[] rows) => Csv(rows, "同义词");

    private static byte[] Csv(string[] rows, string header) => Encoding.UTF8.GetBytes($"{header}\n{string.Join('\n', rows)}\n");
}
