using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LianMeng.Capabilities.Files;
using LianMeng.Shared.Data;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Files;

/// <summary>Files of firms and listings: attached, listed, sent and removed by those who may, and by nobody else.</summary>
public sealed class FileTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task What_was_attached_comes_back_as_it_was_with_headers_that_let_it_do_nothing()
    {
        using var manager = await world.ApiAsync(world.Known.Manager);
        var id = await AttachAsync(manager, "organisation", world.Known.Firm, "资质 <甲>；证书.exe", [.. Pictures.Png, 1]);
        using var answer = await manager.GetAsync($"/api/files/{id}/content");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal([.. Pictures.Png, 1], await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("资质 _甲_；证书.exe.png", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.True(answer.Headers.CacheControl is { Private: true, NoStore: true });
        Assert.Equal(66, answer.Headers.ETag!.Tag.Length);

        using var inline = await manager.GetAsync($"/api/files/{id}/content?inline=true");
        Assert.Equal("inline", inline.Content.Headers.ContentDisposition!.DispositionType);
        var text = await AttachAsync(manager, "organisation", world.Known.Firm, "说明.txt", "说明"u8.ToArray());
        using var never = await manager.GetAsync($"/api/files/{text}/content?inline=true");
        Assert.Equal("attachment", never.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("text/plain; charset=utf-8", never.Content.Headers.ContentType!.ToString());
    }

    [WorldFact]
    public async Task A_part_can_be_asked_for()
    {
        using var manager = await world.ApiAsync(world.Known.Manager);
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 30_000).Select(i => $"第 {i} 行\n")));
        var id = await AttachAsync(manager, "organisation", world.Known.Firm, "长文.txt", content);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/files/{id}/content") { Headers = { Range = new RangeHeaderValue(100_000, 200_000) } };
        using var part = await manager.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(content[100_000..200_001], await part.Content.ReadAsByteArrayAsync());
        using var known = new HttpRequestMessage(HttpMethod.Get, $"/api/files/{id}/content") { Headers = { IfNoneMatch = { part.Headers.ETag! } } };
        using var unchanged = await manager.SendAsync(known);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    /// <summary>Promise 27: the address opens nothing by itself, whoever has it and whenever.</summary>
    [WorldFact, Trait("Promise", "27")]
    public async Task An_address_is_no_key()
    {
        var (asked, file) = (0, $"/api/files/{world.Known.File}/content");
        var other = await OtherManagerAsync();
        foreach (var person in new[] { world.Known.ForeignSecretary, world.Known.ForeignOfficer, world.Known.ForeignManager, other })
        {
            using var browser = await world.BrowserAsync(person);
            using var api = await world.ApiAsync(person);
            foreach (var address in new[] { file, file + "?inline=true", $"/api/files/of/organisation/{world.Known.Firm}" })
            {
                await RefusedAsync(browser, address, HttpStatusCode.NotFound);
                await RefusedAsync(api, address, HttpStatusCode.NotFound);
            }
        }

        foreach (var person in new[] { world.Known.Admin, world.Known.Auditor })
        {
            using var browser = await world.BrowserAsync(person);
            await RefusedAsync(browser, file, HttpStatusCode.Forbidden);
        }

        using (var nobody = world.Anonymous()) await RefusedAsync(nobody, file, HttpStatusCode.Unauthorized);
        // the control, then the same session after it ended
        using var secretary = await world.BrowserAsync(world.Known.Secretary);
        using (var opened = await secretary.GetAsync(file)) Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        var page = await secretary.PageAsync("/");
        var signOut = page.Forms.Single(f => f.GetAttribute("action") == "/sign-out");
        using (await secretary.PostFormAsync("/sign-out", signOut.FieldsOf())) { }
        await RefusedAsync(secretary, file, HttpStatusCode.Unauthorized);

        using var removed = await world.ApiAsync(world.Known.Manager);
        var gone = await AttachAsync(removed, "organisation", world.Known.Firm, "撤下.txt", "撤下的内容"u8.ToArray());
        using (var deleted = await removed.DeleteAsync($"/api/files/{gone}")) Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        await RefusedAsync(removed, $"/api/files/{gone}/content", HttpStatusCode.NotFound);
        Counts.Say(27, $"{asked} requests for files by people without the right, after signing out and after removal: 0 served");

        async Task RefusedAsync(HttpClient client, string address, HttpStatusCode expected)
        {
            using var answer = await client.GetAsync(address);
            Assert.True(answer.StatusCode == expected, $"{address}: {(int)answer.StatusCode}");
            Assert.DoesNotContain("PNG", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            asked++;
        }
    }

    [WorldFact]
    public async Task Whoever_may_not_change_the_record_attaches_and_removes_nothing()
    {
        using var manager = await world.ApiAsync(world.Known.Manager);
        using var city = await world.ApiAsync(world.Known.City);
        using var foreign = await world.ApiAsync(world.Known.ForeignSecretary);
        var head = await world.SettledHeadAsync();
        foreach (var (client, kind, subject, expected) in new[]
        {
            (manager, "organisation", world.Known.Neighbour, HttpStatusCode.NotFound), (manager, "listing", world.Known.PublishedListing, HttpStatusCode.NotFound),
            (manager, "organisation", Guid.CreateVersion7(), HttpStatusCode.NotFound), (manager, "nothing", world.Known.Firm, HttpStatusCode.NotFound),
            (foreign, "organisation", world.Known.Firm, HttpStatusCode.NotFound), (foreign, "listing", world.Known.Listing, HttpStatusCode.NotFound),
        })
        {
            using var answer = await SendAsync(client, kind, subject, "图.png", Pictures.Png);
            Assert.True(answer.StatusCode == expected, $"{kind} {subject}: {(int)answer.StatusCode}");
        }

        Assert.Equal(head, await world.HeadAsync());
        using (var answer = await SendAsync(city, "organisation", world.Known.Firm, "图.png", Pictures.Png)) Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using (var answer = await foreign.DeleteAsync($"/api/files/{world.Known.File}")) Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(await world.ReadAsync(db => db.Set<StoredFile>().AnyAsync(f => f.Id == world.Known.File)));
    }

    [WorldFact]
    public async Task The_files_of_a_listing_are_read_by_those_who_see_it_in_its_district()
    {
        using var owner = await world.ApiAsync(world.Known.Manager);
        await AttachAsync(owner, "listing", world.Known.Listing, "样品.png", [.. Pictures.Png, 7]);
        var other = await OtherManagerAsync();
        using var neighbour = await world.ApiAsync(other);
        var list = JsonDocument.Parse(await neighbour.GetStringAsync($"/api/files/of/listing/{world.Known.Listing}")).RootElement;
        Assert.Contains(list.GetProperty("items").EnumerateArray(), f => f.GetProperty("name").GetString() == "样品.png");
        Assert.False(list.GetProperty("mayAttach").GetBoolean());
        using var refused = await SendAsync(neighbour, "listing", world.Known.Listing, "图.png", Pictures.Png);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("只能由", await refused.Content.ReadAsStringAsync());

        // a published listing of another district has none to show
        using var foreign = await owner.GetAsync($"/api/files/of/listing/{world.Known.PublishedListing}");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [WorldFact]
    public async Task What_is_not_taken_is_told_so_and_costs_no_space()
    {
        using var manager = await world.ApiAsync(world.Known.Manager);
        var head = await world.SettledHeadAsync();
        var before = Blobs();
        foreach (var (name, content, word) in Samples.Refused())
        {
            using var answer = await SendAsync(manager, "organisation", world.Known.Firm, name, content);
            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{name}: {(int)answer.StatusCode}");
            Assert.Contains(word, await answer.Content.ReadAsStringAsync());
        }

        using (var answer = await SendAsync(manager, "organisation", world.Known.Firm, "大.png", [.. Pictures.Png, .. new byte[20 * 1024 * 1024]]))
        {
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Contains("20 MB", await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal(head, await world.HeadAsync());
        Assert.Equal(before, Blobs());
    }

    /// <summary>A picture of 50 000 × 50 000 dots is some bytes: nobody here decodes it.</summary>
    [WorldFact]
    public async Task A_picture_as_large_as_a_field_is_only_bytes()
    {
        using var manager = await world.ApiAsync(world.Known.Manager);
        byte[] huge = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50, 8, 6, 0, 0, 0, .. new byte[100]];
        var before = GC.GetTotalAllocatedBytes();
        await AttachAsync(manager, "organisation", world.Known.Firm, "大图.png", huge);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 64L << 20);
    }

    [WorldFact]
    public async Task The_form_takes_several_files_and_says_which_were_not_taken()
    {
        using var browser = await world.BrowserAsync(world.Known.Manager);
        var url = $"/organisations/{world.Known.Firm}";
        using var done = await UploadAsync(browser, url, ("一.txt", "第一份"u8.ToArray()), ("二.txt", "第二份"u8.ToArray()));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using var partly = await UploadAsync(browser, url, ("三.txt", "第三份"u8.ToArray()), ("坏.exe", "MZ\u0090\0"u8.ToArray()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, partly.StatusCode);
        var page = (await partly.ReadPageAsync()).Body!.TextContent;
        Assert.Contains("1 个文件已上传", page, StringComparison.Ordinal);
        Assert.Contains("“坏.exe”：不收程序", page, StringComparison.Ordinal);
        Assert.Contains("三.txt", page, StringComparison.Ordinal);
        using var none = await UploadAsync(browser, url);
        Assert.Contains("请先选择文件", (await none.ReadPageAsync()).Body!.TextContent, StringComparison.Ordinal);

        var shown = await browser.PageAsync(url);
        var form = shown.Forms.First(f => HttpSteps.HandlerOf(f)?.StartsWith("remove-file-", StringComparison.Ordinal) == true);
        using (var removed = await browser.SubmitAsync(url, shown, HttpSteps.HandlerOf(form)!)) Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        using var again = await browser.SubmitAsync(url, shown, HttpSteps.HandlerOf(form)!);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Contains("刚刚已被删除", (await again.ReadPageAsync()).Body!.TextContent, StringComparison.Ordinal);
    }

    [WorldFact, Trait("Promise", "9")]
    public async Task The_same_upload_twice_is_one_file()
    {
        using var manager = await world.ApiAsync(world.Known.Manager);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var answer = await SendAsync(manager, "organisation", world.Known.Firm, "一次.txt", "只有一次"u8.ToArray(), key: "upload-once");
            return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
        }));
        Assert.StartsWith("201", Assert.Single(answers.Distinct()));
        using var twin = await SendAsync(manager, "organisation", world.Known.Firm, "又一次.txt", "只有一次"u8.ToArray());
        Assert.Equal(HttpStatusCode.Conflict, twin.StatusCode);
        Assert.Contains("没有重复保存", await twin.Content.ReadAsStringAsync());
    }

    [WorldFact]
    public async Task Officers_see_all_files_of_their_district_and_the_administrator_sums()
    {
        using var secretary = await world.BrowserAsync(world.Known.Secretary);
        var page = (await secretary.PageAsync("/files?query=yyzz")).Body!.TextContent;
        Assert.Contains("营业执照.png", page, StringComparison.Ordinal);
        Assert.Contains("企业资料：重庆清溪铝锭有限公司", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary.Bird, (await secretary.PageAsync("/files")).Body!.TextContent, StringComparison.Ordinal);
        using var admin = await world.BrowserAsync(world.Known.Admin);
        var sums = (await admin.PageAsync("/files")).Body!.TextContent;
        Assert.Contains("九龙坡区", sums, StringComparison.Ordinal);
        Assert.DoesNotContain("营业执照", sums, StringComparison.Ordinal);
    }

    /// <summary>Uploads at once do not pass the quota between them.</summary>
    [WorldFact]
    public async Task The_space_of_a_firm_is_counted_one_upload_after_another()
    {
        using var officer = await world.ApiAsync(world.Known.Officer);
        var limits = world.Services.GetRequiredService<FileLimits>();
        var size = (int)(limits.OfFirm / 12);
        Assert.True(size < limits.OneFile);
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            using var answer = await SendAsync(officer, "organisation", world.Known.Neighbour, $"第{i}份.png", [.. Pictures.Png, (byte)i, .. new byte[size - 200]]);
            return answer.StatusCode;
        }));
        Assert.Equal(12, answers.Count(a => a == HttpStatusCode.Created));
        Assert.Equal(4, answers.Count(a => a == HttpStatusCode.Conflict));
        var used = await world.ReadAsync(db => db.Set<StoredFile>().Where(f => f.OrganisationId == world.Known.Neighbour).SumAsync(f => f.Size));
        Assert.True(used <= limits.OfFirm, $"{used}");
    }

    private int Blobs() => Directory.EnumerateFiles(Path.Combine(world.Folder, "files"), "*", SearchOption.AllDirectories).Count();

    private static async Task<string> AttachAsync(HttpClient client, string kind, Guid subject, string name, byte[] content)
    {
        using var answer = await SendAsync(client, kind, subject, name, content);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{name}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string kind, Guid subject, string name, byte[] content, string? key = null)
        => client.UploadAsync("/api/files", content, name, [new("kind", kind), new("subjectId", subject.ToString())], key);

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient browser, string url, params (string Name, byte[] Content)[] files)
    {
        var fields = (await browser.PageAsync(url)).Form("attach").FieldsOf();
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        foreach (var (name, content) in files) form.Add(new ByteArrayContent(content), "file", name);
        return await browser.PostAsync(url, form);
    }

    /// <summary>Somebody who speaks for the neighbouring firm.</summary>
    private async Task<Person> OtherManagerAsync()
    {
        var name = $"manager-{Guid.CreateVersion7():N}"[..24];
        var created = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<LianMeng.Capabilities.Accounts.CreateAccount>(),
            new() { UserName = name, DisplayName = "邻厂", Password = Person.Password, Role = LianMeng.Shared.Access.Role.EnterpriseManager, DistrictId = world.Known.Tongliang, Uscc = TestCodes.Uscc(2) });
        Assert.True(created.IsDone, created.Message);
        return new Person(name, LianMeng.Shared.Access.Role.EnterpriseManager, created.Value!.Id);
    }
}
