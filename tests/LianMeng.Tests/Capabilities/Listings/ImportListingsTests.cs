using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using LianMeng.Capabilities.Listings;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Spreadsheets;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Listings;

/// <summary>Supply and demand from a file: each row as the form would take it, for the firm that it names.</summary>
public sealed class ImportListingsTests(TestWorld world) : IClassFixture<TestWorld>
{
    private const string Header = "类型,标题,产品,说明,数量,单位,价格(元/单位),证书资质,地区,有效期至,可见范围,企业";
    private const string Own = "重庆清溪铝锭有限公司";

    private DateOnly Today => DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime.AddHours(8));

    [WorldFact]
    public async Task A_preview_saves_nothing_the_import_posts_and_the_same_file_again_changes_nothing()
    {
        var until = Today.AddDays(40);
        var file = Csv(Header,
            $"求购,求购甲种废铝,废铝,“按月供货”,200,吨/月,15500,ISO 9001；IATF 16949,铜梁区,{until.Year}年{until.Month}月{until.Day}日,全市,{Own}",
            $"供应,,再生铝甲锭,,1.5万吨,,,,500107,{until:yyyy.MM.dd},本产业链,{TestCodes.Uscc(2)}",
            "采购,求购甲种脱模剂,,,,,,,,,,",
            "供给,供应甲种铝灰,,,,,,,,,,重庆无名无姓有限公司");
        var head = await world.SettledHeadAsync();
        var preview = await RunAsync(world.Known.Secretary, file);
        Assert.Equal((3, 0, 1), CountsOf(preview));
        Assert.Equal(head, await world.SettledHeadAsync());
        Assert.Equal(["求购甲种废铝", "供应 再生铝甲锭，1.5 万吨", "求购甲种脱模剂"], preview.Lines.Select(l => l.Name));
        var rejection = Assert.Single(preview.Rejected);
        Assert.Equal((5, "企业"), (rejection.Row, rejection.Column));
        Assert.Contains("先登记到名册", rejection.Reason, StringComparison.Ordinal);

        Assert.Equal((3, 0, 1), CountsOf(await RunAsync(world.Known.Secretary, file, commit: true, preview.Basis)));
        var (demand, supply, office) = (await FindAsync("求购甲种废铝"), await FindAsync("供应 再生铝甲锭，1.5 万吨"), await FindAsync("求购甲种脱模剂"));
        Assert.Equal((ListingKind.Demand, world.Known.Firm, "废铝", 200m, "吨/月", 15500m), (demand.Kind, demand.OrganisationId!.Value, demand.Product, demand.Quantity!.Value, demand.Unit, demand.Price!.Value));
        Assert.Equal((ListingVisibility.City, ListingState.Open, until, "500151"), (demand.Visibility, demand.State, demand.ValidUntil, demand.RegionCode));
        Assert.Equal(["ISO 9001", "IATF 16949"], demand.Certificates);
        Assert.Equal((ListingKind.Supply, world.Known.Neighbour, "再生铝甲锭", 1.5m, "万吨", "500107", ListingVisibility.Alliance),
            (supply.Kind, supply.OrganisationId!.Value, supply.Product, supply.Quantity!.Value, supply.Unit, supply.RegionCode, supply.Visibility));
        Assert.Equal((null, ListingVisibility.District, Today.AddDays(ListingForm.UsualDays)), (office.OrganisationId, office.Visibility, office.ValidUntil));

        // The same file twice: all there already, and no fact; a confirmation that comes twice says the same.
        head = await world.SettledHeadAsync();
        foreach (var basis in new[] { null, preview.Basis })
        {
            var again = await RunAsync(world.Known.Secretary, file, commit: true, basis);
            Assert.Equal((0, 3, 1), CountsOf(again));
            Assert.Contains(again.Notes, n => n.Contains("3 条与已有", StringComparison.Ordinal));
        }

        Assert.Equal(head, await world.SettledHeadAsync());
    }

    [WorldFact]
    public async Task Every_listing_and_the_file_are_facts_and_the_firm_is_known_to_the_city()
    {
        var head = await world.SettledHeadAsync();
        await RunAsync(world.Known.Officer, Csv("类型,标题,可见范围,企业", "供应,供应乙种压铸件一,公开,重庆小石压铸有限公司", "供应,供应乙种压铸件二,全市,重庆小石压铸有限公司"), commit: true);
        var facts = await world.ReadAsync(db => db.Set<LedgerEntry>().Where(e => e.Seq > head).OrderBy(e => e.Seq).Select(e => e.Kind).ToListAsync());
        Assert.Equal(2, facts.Count(f => f == nameof(ListingPosted)));
        Assert.Equal(1, facts.Count(f => f == nameof(ListingsImported)));
        using var elsewhere = await world.ApiAsync(world.Known.ForeignSecretary);
        var seen = await elsewhere.GetStringAsync("/api/listings?query=" + Uri.EscapeDataString("乙种压铸件"));
        Assert.Contains("重庆小石压铸有限公司", seen, StringComparison.Ordinal);
        Assert.Contains("\"total\":2", seen, StringComparison.Ordinal);
    }

    [WorldTheory]
    [InlineData(0, "易货", "类型", "需求、供给")]
    [InlineData(0, "", "类型", "必填")]
    [InlineData(1, "！！！", "标题", "看不出")]
    [InlineData(1, "👍🏽👍🏽", "标题", "看不出")]
    [InlineData(1, "", "标题", "都空着")]
    [InlineData(4, "-5", "数量", "0.0001")]
    [InlineData(4, "0", "数量", "0.0001")]
    [InlineData(4, "99999999999999", "数量", "1000000000000")]
    [InlineData(4, "1.00001", "数量", "4 位小数")]
    [InlineData(4, "约200", "数量", "不是确定的数值")]
    [InlineData(4, "200件", "单位", "请只留一个")]
    [InlineData(5, "", "单位", "写上单位")]
    [InlineData(5, "一个非常非常长的计量单位名", "单位", "上限")]
    [InlineData(6, "面议", "价格(元/单位)", "不是确定的数值")]
    [InlineData(6, "-1", "价格(元/单位)", "0.0001")]
    [InlineData(6, "300美元", "价格(元/单位)", "不能换算")]
    [InlineData(8, "乌有区", "地区", "没有叫")]
    [InlineData(8, "500999", "地区", "")]
    [InlineData(9, "2020-01-01", "有效期至", "有效期已过")]
    [InlineData(9, "2999-12-31", "有效期至", "最长一年")]
    [InlineData(9, "2026-02-30", "有效期至", "确定的日期")]
    [InlineData(9, "长期有效", "有效期至", "确定的日期")]
    [InlineData(10, "全国", "可见范围", "本联盟、本区县、全市、公开")]
    [InlineData(11, "#REF!", "企业", "错误值")]
    [InlineData(11, "9.15E+17", "企业", "末几位已经丢失")]
    [InlineData(11, "91500000000000001X", "企业", "18 位统一社会信用代码")]
    [InlineData(11, "重庆金丝雀甲乙铝业有限公司", "企业", "名册里没有")]
    public async Task What_a_form_would_refuse_is_rejected_beside_its_column(int column, string text, string title, string reason)
    {
        string[] cells = ["需求", "求购丙种铝锭", "", "", "200", "吨", "", "", "", "", "", ""];
        cells[column] = text;
        var report = await RunAsync(world.Known.Secretary, Csv(Header, string.Join(',', cells)));
        Assert.Equal((0, 0, 1), CountsOf(report));
        var rejection = Assert.Single(report.Rejected);
        Assert.Equal((2, title), (rejection.Row, rejection.Column));
        Assert.Contains(reason, rejection.Reason, StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task A_row_with_several_faults_names_them_all()
    {
        var report = await RunAsync(world.Known.Secretary, Csv(Header, "易货,！！！,,,约,吨,,,,长期,全国,重庆没有有限公司"));
        Assert.Equal(["企业", "类型", "数量", "有效期至", "可见范围", "标题"], report.Rejected.Where(r => r.Row == 2).Select(r => r.Column).OrderBy(c => Array.IndexOf(["企业", "类型", "数量", "有效期至", "可见范围", "标题"], c)));
        Assert.Equal(1, report.RejectedRows);
    }

    [WorldFact]
    public async Task Of_two_equal_rows_the_second_is_rejected_with_the_number_of_the_first()
    {
        var report = await RunAsync(world.Known.Secretary, Csv("类型,标题,数量,单位,企业", $"求购,求购丁种铝棒,200,吨,{Own}", $"需求,求购丁种铝棒,200.0,吨,{TestCodes.Uscc(1)}", "需求,求购丁种铝棒,200,吨,重庆小石压铸有限公司", $"需求,求购丁种铝棒,201,吨,{Own}"));
        Assert.Equal((3, 0, 1), CountsOf(report));
        Assert.Contains("与第 2 行重复", Assert.Single(report.Rejected).Reason, StringComparison.Ordinal);
    }

    /// <summary>What was posted through the form is known to the file, whatever the quantity is written like.</summary>
    [WorldFact]
    public async Task What_stands_already_is_the_same_whichever_way_it_came()
    {
        Assert.True((await world.RunAsync(world.Known.Manager, s => s.GetRequiredService<PostListing>(), new() { Kind = ListingKind.Demand, Title = "求购戊种铝棒", Quantity = 300.00m, Unit = "吨" })).IsDone);
        Assert.Equal((0, 1, 0), CountsOf(await RunAsync(world.Known.Secretary, Csv("类型,标题,数量（吨）,企业", $"求购,求购戊种铝棒,300,{Own}"), commit: true)));
    }

    [WorldFact]
    public async Task A_manager_imports_for_the_own_firm_alone()
    {
        var report = await RunAsync(world.Known.Manager, Csv("类型,标题,企业", "求购,求购己种铝锭一,", $"求购,求购己种铝锭二,{Own}", $"求购,求购己种铝锭三,{TestCodes.Uscc(1)}", "求购,求购己种铝锭四,重庆小石压铸有限公司", "求购,求购己种铝锭五,重庆没有有限公司", "求购,求购己种铝锭六,铜梁区（联盟代发）"), commit: true);
        Assert.Equal((3, 0, 3), CountsOf(report));
        Assert.All(report.Rejected, r => Assert.Contains($"只能导入本企业的供需信息；请改为“{Own}”", r.Reason, StringComparison.Ordinal));
        Assert.Equal([world.Known.Firm], await world.ReadAsync(db => db.Set<Listing>().Where(l => l.Title.StartsWith("求购己种铝锭")).Select(l => l.OrganisationId!.Value).Distinct().ToListAsync()));
    }

    [WorldFact]
    public async Task Who_may_not_post_may_not_import()
    {
        foreach (var person in new[] { world.Known.City, world.Known.Admin, world.Known.Auditor })
        {
            using var api = await world.ApiAsync(person);
            using var answer = await api.UploadAsync("/api/imports/listings", Csv("类型,标题", "求购,求购铝锭"), "供需.csv");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            using var template = await api.GetAsync("/api/templates/listings.xlsx");
            Assert.Equal(HttpStatusCode.Forbidden, template.StatusCode);
        }
    }

    [WorldFact]
    public async Task A_name_of_two_firms_asks_for_the_code()
    {
        foreach (var number in new[] { 301, 302 })
            Assert.True((await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<RegisterOrganisation>(), new() { Name = "重庆同名铝业有限公司", Uscc = TestCodes.Uscc(number), NotListed = true })).IsDone);
        var report = await RunAsync(world.Known.Secretary, Csv("类型,标题,企业", "求购,求购庚种铝锭,重庆同名铝业有限公司", $"求购,求购庚种铝锭,{TestCodes.Uscc(302)}"));
        Assert.Equal((1, 0, 1), CountsOf(report));
        Assert.Contains("2 家", report.Rejected[0].Reason, StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task Another_districts_upload_opens_nothing_by_its_hash()
    {
        var outcome = await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<ImportListings>(), new() { FileHash = world.Known.ForeignListingUpload, FileName = Canary.ListingsFileName });
        Assert.Equal(OutcomeKind.Invalid, outcome.Kind);
        using var api = await world.ApiAsync(world.Known.Secretary);
        using var rejected = await api.GetAsync($"/api/imports/listings/{world.Known.ForeignListingUpload}/rejected.xlsx");
        Assert.Equal(HttpStatusCode.NotFound, rejected.StatusCode);
    }

    [WorldFact]
    public async Task A_confirmation_of_a_preview_that_was_overtaken_is_refused()
    {
        var file = Csv("类型,标题,企业", $"求购,求购辛种铝锭一,{Own}", $"求购,求购辛种铝锭二,{Own}");
        var preview = await RunAsync(world.Known.Secretary, file);
        Assert.True((await world.RunAsync(world.Known.Manager, s => s.GetRequiredService<PostListing>(), new() { Kind = ListingKind.Demand, Title = "求购辛种铝锭一" })).IsDone);
        var head = await world.SettledHeadAsync();
        var late = await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<ImportListings>(), new() { FileHash = await KeepAsync(file), FileName = "供需.csv", Commit = true, Basis = preview.Basis });
        Assert.Equal(OutcomeKind.Refused, late.Kind);
        Assert.Equal(head, await world.SettledHeadAsync());
    }

    [WorldFact]
    public async Task Rejected_rows_come_back_with_the_reason_and_are_taken_when_mended()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        using var first = await api.UploadAsync("/api/imports/listings?commit=true", Csv("类型,标题,数量（吨）,有效期至,企业", $"求购,求购壬种铝锭一,5,,{Own}", $"求购,求购壬种铝锭二,约5,,{Own}", "求购,求购壬种铝锭三,5,长期,重庆错字铝锭有限公司"), "供需.csv");
        var report = (await first.Content.ReadFromJsonAsync<ImportReport>(Json.Options))!;
        Assert.Equal((1, 0, 2), CountsOf(report));

        var bytes = await api.GetByteArrayAsync($"/api/imports/listings/{report.FileHash}/rejected.xlsx?name={Uri.EscapeDataString(report.FileName)}");
        using var book = SpreadsheetReader.Read(new MemoryStream(bytes), "退回.xlsx");
        var rows = book.Sheets[0].Rows.Select(r => r.Cells.Select(c => c.Text).ToList()).ToList();
        Assert.Equal(["退回原因", "类型", "标题", "数量（吨）", "有效期至", "企业"], rows[0]);
        Assert.Equal(3, rows.Count);
        Assert.Contains("名册里没有这家企业", rows[2][0], StringComparison.Ordinal);

        using var mended = new MemoryStream();
        await SpreadsheetWriter.WriteXlsxAsync(mended, new SheetSpec("退回", [.. rows[0].Select(title => new SheetColumn(title))]), rows.Skip(1).Select(row =>
            row.Select(cell => (object?)cell.Replace("约5", "5", StringComparison.Ordinal).Replace("长期", Today.AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("重庆错字铝锭有限公司", Own, StringComparison.Ordinal)).ToArray()));
        using var second = await api.UploadAsync("/api/imports/listings?commit=true", mended.ToArray(), "退回.xlsx");
        Assert.Equal((2, 0, 0), CountsOf((await second.Content.ReadFromJsonAsync<ImportReport>(Json.Options))!));
        Assert.Equal(3, await world.ReadAsync(db => db.Set<Listing>().CountAsync(l => l.Title.StartsWith("求购壬种铝锭") && l.Unit == "吨")));
    }

    [WorldFact]
    public async Task The_template_offers_the_choices_and_comes_back_as_it_went()
    {
        using var api = await world.ApiAsync(world.Known.Manager);
        var bytes = await api.GetByteArrayAsync("/api/templates/listings.xlsx");
        using (var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes)))
        {
            using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
            Assert.Equal(3, (await reader.ReadToEndAsync()).Split("<dataValidation ").Length - 1);
        }

        using var book = SpreadsheetReader.Read(new MemoryStream(bytes), "模板.xlsx");
        var table = RosterTable.Find(book, ImportListingsFile.Kind.Schema);
        Assert.Equal(["类型*", "标的类别", "废物代码", "标题", "产品", "说明", "数量", "单位", "价格（元/单位）", "证书资质", "地区", "有效期至", "可见范围", "企业"], table.Columns.Select(c => c.Title));
        Assert.All(table.Columns, c => Assert.NotNull(c.Meaning));
    }

    /// <summary>What one exports can be sent again: nothing of it is lost on the way but what a list does not show.</summary>
    [WorldFact]
    public async Task The_lists_own_export_is_read()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        await RunAsync(world.Known.Secretary, Csv("类型,标题,证书资质,地区", "供应,供应癸种铝锭,ISO 9001,铜梁区"), commit: true);
        var bytes = await api.GetByteArrayAsync("/api/listings/export.xlsx?query=" + Uri.EscapeDataString("癸种"));
        using var answer = await api.UploadAsync("/api/imports/listings", bytes, "供需信息.xlsx");
        Assert.Equal((0, 1, 0), CountsOf((await answer.Content.ReadFromJsonAsync<ImportReport>(Json.Options))!));
    }

    [WorldFact]
    public async Task In_the_browser_a_file_is_uploaded_previewed_and_confirmed()
    {
        using var browser = await world.BrowserAsync(world.Known.Secretary);
        var upload = await browser.PageAsync("/listings/import");
        Assert.Contains("联盟代发", upload.Body!.TextContent, StringComparison.Ordinal);
        using (var none = await browser.UploadAsync("/listings/import", [], "空.csv", upload.Form("upload").FieldsOf()))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        using var started = await browser.UploadAsync("/listings/import", Csv("类型,标题,企业", $"求购,求购子种铝锭,{Own}", "求购,！！！,"), "供需.csv", upload.Form("upload").FieldsOf());
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        var preview = started.Headers.Location!.ToString();
        var operation = new Uri(new Uri("http://x"), preview).Segments[^1];
        await Settling.UntilAsync("the ledger was followed", async () => (await browser.PageAsync(preview)).Body!.TextContent.Contains("核对预览", StringComparison.Ordinal));
        var page = await browser.PageAsync(preview);
        Assert.Contains("确认导入（新增 1）", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("更新", page.QuerySelector(".lm-figures")!.TextContent, StringComparison.Ordinal);
        using var confirmed = await browser.SubmitAsync(preview, page, "confirm");
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        var result = confirmed.Headers.Location!.ToString();
        await Settling.UntilAsync("the ledger was followed", async () => (await browser.PageAsync(result)).Body!.TextContent.Contains("已保存：新增 1 条", StringComparison.Ordinal));

        // Whoever comes back by "my operations" finds the result where it is; the other kind's page does not show it.
        var link = (await browser.PageAsync($"/operations/{operation}")).QuerySelector($"main a[href='/listings/import/{operation}']");
        Assert.NotNull(link);
        await browser.PageAsync($"/organisations/import/{operation}", HttpStatusCode.NotFound);
        await browser.PageAsync($"/listings/import/{world.Known.ForeignListingOperation}", HttpStatusCode.NotFound);
    }

    internal static byte[] Csv(string header, params string[] rows) => Encoding.UTF8.GetBytes(header + "\n" + string.Join('\n', rows) + "\n");

    private Task<string> KeepAsync(byte[] content) => world.Services.GetRequiredService<FileStore>().KeepUploadAsync(world.Known.Tongliang, new MemoryStream(content), default);

    private async Task<ImportReport> RunAsync(Person person, byte[] file, bool commit = false, string? basis = null)
    {
        var outcome = await world.RunAsync(person, s => s.GetRequiredService<ImportListings>(), new() { FileHash = await KeepAsync(file), FileName = "供需.csv", Commit = commit, Basis = basis });
        Assert.True(outcome.IsDone, string.Join(' ', outcome.Errors.SelectMany(e => e.Value).DefaultIfEmpty(outcome.Message)));
        return outcome.Value!;
    }

    private Task<Listing> FindAsync(string title) => world.ReadAsync(db => db.Set<Listing>().AsNoTracking().SingleAsync(l => l.Title == title));

    private static (int New, int Same, int Rejected) CountsOf(ImportReport report)
    {
        Assert.Equal(0, report.Changed);
        return (report.New, report.Same, report.RejectedRows);
    }
}
