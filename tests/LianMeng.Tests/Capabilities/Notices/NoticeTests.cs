using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Notices;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Notices;

/// <summary>Everybody is told what concerns them, once, and nobody reads what another is told.</summary>
public sealed class NoticeTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task The_same_key_is_told_once_and_a_digest_is_raised_in_one_row()
    {
        var person = world.Known.Officer;
        await TellAsync(person, Draft(person, "once", "第一次"), Draft(person, "once", "第二次"));
        await TellAsync(person, Draft(person, "once", "第三次"));
        var notice = Assert.Single(await OfAsync(person, "once"));
        Assert.Equal(("第一次", 1), (notice.Title, notice.Count));

        await TellAsync(person, Draft(person, "digest", "1 条新对接", digest: true));
        using (var api = await world.ApiAsync(person)) (await PostAsync(api, $"/api/notices/{Assert.Single(await OfAsync(person, "digest")).Id}/read")).Dispose();
        Assert.True(Assert.Single(await OfAsync(person, "digest")).IsRead);
        await TellAsync(person, Draft(person, "digest", "2 条新对接", digest: true), Draft(person, "digest", "3 条新对接", digest: true));
        var digest = Assert.Single(await OfAsync(person, "digest"));
        Assert.Equal(("3 条新对接", 3, false), (digest.Title, digest.Count, digest.IsRead));
    }

    [WorldFact]
    public async Task Two_who_tell_the_same_at_the_same_moment_leave_one_row()
    {
        var person = world.Known.Officer;
        var problems = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Record.ExceptionAsync(() => TellAsync(person, Draft(person, "race", "同时"))).AsTask()));
        Assert.All(problems, p => Assert.True(p is null or DbUpdateException, p?.ToString()));
        Assert.Single(await OfAsync(person, "race"));
    }

    [WorldFact]
    public async Task City_posts_are_told_too_and_whoever_left_the_district_is_not()
    {
        foreach (var person in new[] { world.Known.Admin, world.Known.City, world.Known.Auditor, world.Known.Manager })
        {
            await TellAsync(person, Draft(person, "every-post", "全市通知"));
            using var api = await world.ApiAsync(person);
            Assert.Contains("全市通知", await api.GetStringAsync("/api/notices"));
        }

        var foreign = await world.AsAsync(await JobInAsync(world.Known.Tongliang), services => services.GetRequiredService<PeopleOf>().DistrictsAsync([world.Known.ForeignSecretary.Id], default));
        Assert.Equal(world.Known.Jiulongpo, foreign[world.Known.ForeignSecretary.Id]);
        await TellInAsync(world.Known.Tongliang, Draft(world.Known.ForeignSecretary, "wrong", "走错"));
        Assert.Empty(await OfAsync(world.Known.ForeignSecretary, "wrong"));
    }

    [WorldFact]
    public async Task Posts_are_found_by_firm_and_by_district()
    {
        var (firms, officers) = await world.AsAsync(await JobInAsync(DistrictIds.City), async services =>
        {
            var people = services.GetRequiredService<PeopleOf>();
            return (await people.OfOrganisationsAsync([world.Known.Firm, world.Known.ForeignFirm], default), await people.OfDistrictAsync(world.Known.Tongliang, Role.DistrictOfficer, default));
        });
        Assert.Equal(new[] { world.Known.Manager.Id, world.Known.ForeignManager.Id }.Order(), firms.Select(f => f.UserId).Order());
        Assert.Equal(world.Known.Jiulongpo, firms.Single(f => f.OrganisationId == world.Known.ForeignFirm).DistrictId);
        Assert.Equal(world.Known.Officer.Id, Assert.Single(officers).UserId);
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("//example.com/")]
    [InlineData("/\\example.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\r\nSet-Cookie: x")]
    [InlineData("")]
    public void A_notice_leads_nowhere_else(string href)
        => Assert.Throws<ArgumentException>(() => Notice.Of(new NoticeDraft(Guid.CreateVersion7(), NoticeKind.General, "标题", "", href, null, "key"), DateTime.UnixEpoch));

    [Fact]
    public void A_long_text_is_cut_and_can_still_be_stored()
    {
        var notice = Notice.Of(new NoticeDraft(Guid.CreateVersion7(), NoticeKind.General, string.Concat(Enumerable.Repeat("🚚", 300)), new string('铝', 5000), "/", null, "key"), DateTime.UnixEpoch);
        Assert.InRange(notice.Title.Length, 100, Notice.TitleLimit);
        Assert.InRange(notice.Text.Length, 900, Notice.TextLimit);
        Assert.Equal(notice.Title, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(notice.Title)));
    }

    [WorldFact]
    public async Task Anothers_notice_is_not_found_and_not_listed()
    {
        var person = world.Known.Officer;
        await TellAsync(person, Draft(person, "private", "只给专员看"));
        var id = Assert.Single(await OfAsync(person, "private")).Id;
        foreach (var other in new[] { world.Known.Secretary, world.Known.Admin, world.Known.City, world.Known.ForeignSecretary })
        {
            using var api = await world.ApiAsync(other);
            using var answer = await PostAsync(api, $"/api/notices/{id}/read");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.DoesNotContain("只给专员看", await api.GetStringAsync("/api/notices?pageSize=200"));
            using var all = await PostAsync(api, "/api/notices/read-all");
            Assert.Equal(HttpStatusCode.OK, all.StatusCode);
        }

        Assert.False(Assert.Single(await OfAsync(person, "private")).IsRead);
    }

    [WorldFact]
    public async Task The_bell_counts_the_page_lists_and_reading_leads_on()
    {
        var person = world.Known.Manager;
        using var browser = await world.BrowserAsync(person);
        var empty = await browser.PageAsync("/notices?unread=true");
        Assert.Equal("消息", empty.QuerySelector("a.lm-bell")!.GetAttribute("aria-label")!.Split('，')[0]);
        for (var i = 0; i < 3; i++) await TellAsync(person, Draft(person, $"bell-{i}", $"第 {i} 条", href: "/organisations?query=铝"));
        var unread = await OfAsync(person, null);
        var page = await browser.PageAsync("/");
        var count = unread.Count(n => !n.IsRead);
        Assert.Equal($"消息，{count} 条未读", page.QuerySelector("a.lm-bell")!.GetAttribute("aria-label"));

        page = await browser.PageAsync("/notices?unread=true");
        var first = unread.First(n => n.DedupKey == "bell-0");
        var form = page.Form($"read-{first.Id}").FieldsOf();
        for (var twice = 0; twice < 2; twice++)
        {
            using var read = await browser.PostFormAsync("/notices?unread=true", form);
            Assert.Equal(HttpStatusCode.Redirect, read.StatusCode);
            Assert.EndsWith(Uri.EscapeDataString("铝"), read.Headers.Location!.OriginalString, StringComparison.OrdinalIgnoreCase);
        }

        page = await browser.PageAsync("/notices");
        Assert.Equal($"消息，{count - 1} 条未读", page.QuerySelector("a.lm-bell")!.GetAttribute("aria-label"));
        using (var all = await browser.SubmitAsync("/notices", page, "read-all")) Assert.Equal(HttpStatusCode.Redirect, all.StatusCode);
        page = await browser.PageAsync("/notices?notice=all-read");
        Assert.Equal("消息", page.QuerySelector("a.lm-bell")!.GetAttribute("aria-label"));
        Assert.Contains("已全部标为已读", page.Body!.TextContent);
        Assert.Contains("第 2 条", page.Body.TextContent);
    }

    [WorldFact]
    public async Task The_list_is_filtered_and_exported()
    {
        var person = world.Known.Auditor;
        await TellAsync(person, Draft(person, "kind-a", "到期提醒") with { Kind = NoticeKind.ListingExpiring }, Draft(person, "kind-b", "其他"));
        using var api = await world.ApiAsync(person);
        var expiring = await api.GetFromJsonAsync<JsonElement>("/api/notices?kind=ListingExpiring");
        Assert.Equal(1, expiring.GetProperty("total").GetInt32());
        Assert.Equal("到期提醒", expiring.GetProperty("items")[0].GetProperty("title").GetString());
        using var odd = await api.GetAsync("/api/notices?kind=Nothing");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.StatusCode);
        using var export = await api.GetAsync("/api/notices/export.xlsx");
        Assert.Equal(ListExport.ContentType, export.Content.Headers.ContentType!.MediaType);
    }

    [WorldFact]
    public async Task Whoever_cannot_sign_in_is_not_told()
    {
        var leaving = (await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<LianMeng.Capabilities.Accounts.CreateAccount>(), new() { UserName = "left", DisplayName = "离任", Password = Person.Password, Role = Role.DistrictOfficer, DistrictId = world.Known.Tongliang })).Value!.Id;
        await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<LianMeng.Capabilities.Accounts.DisableAccount>(), new() { Id = leaving });
        await TellInAsync(world.Known.Tongliang, Draft(new Person("left", Role.DistrictOfficer, leaving), "left", "不再通知"));
        Assert.Equal(0, await world.ReadAsync(db => db.Set<Notice>().CountAsync(n => n.UserId == leaving)));
    }

    private static NoticeDraft Draft(Person person, string key, string title, bool digest = false, string href = "/")
        => new(person.Id, NoticeKind.General, title, "内容", href, null, key, digest);

    private async Task TellAsync(Person person, params NoticeDraft[] drafts) => await TellInAsync((await world.ActorAsync(person)).WriteDistrict, drafts);

    private async Task TellInAsync(Guid district, params NoticeDraft[] drafts)
        => await world.AsAsync(await JobInAsync(district), async services =>
        {
            foreach (var draft in drafts) await services.GetRequiredService<NoticeWriter>().TellAsync(draft, default);
            return await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });

    private async Task<Actor> JobInAsync(Guid district)
    {
        await using var scope = await world.Services.GetRequiredService<TrustedScopes>().OpenAsync("test", district, default);
        return scope.ServiceProvider.GetRequiredService<Actor>();
    }

    private Task<List<Notice>> OfAsync(Person person, string? key)
        => world.ReadAsync(db => db.Set<Notice>().AsNoTracking().Where(n => n.UserId == person.Id && (key == null || n.DedupKey == key)).ToListAsync());

    private static Task<HttpResponseMessage> PostAsync(HttpClient api, string url) => api.PostAsJsonAsync(url, new { });
}
