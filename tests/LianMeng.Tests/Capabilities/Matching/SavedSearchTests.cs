using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Listings;
using LianMeng.Capabilities.Matching;
using LianMeng.Capabilities.Notices;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Matching;

/// <summary>A question kept under a name: asked again, told of once, by its own person and nobody else.</summary>
public sealed class SavedSearchTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task What_newly_answers_is_told_once_a_day_in_one_notice_that_names_no_firm()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        await api.CreateAsync("/api/saved-searches", new { name = "型材供应", place = "Match", text = "求购铝型材 每月20吨", kind = "Demand" });
        await api.CreateAsync("/api/saved-searches", new { name = "型材清单", place = "Listings", text = "铝型材", kind = "Supply" });
        await AskAsync(world.Known.Tongliang);
        Assert.Null(await NoticeAsync(world.Known.Secretary)); // what answered when it was saved was seen

        var first = await PostAsync("供应铝型材 一号", ListingVisibility.District);
        await RegisterAsync("重庆新来型材厂", "铝型材");
        await AskAsync(world.Known.Tongliang);
        await AskAsync(world.Known.Tongliang);
        var told = (await NoticeAsync(world.Known.Secretary))!;
        Assert.Equal((NoticeKind.SavedSearch, 1, "/saved-searches"), (told.Kind, told.Count, told.Href));
        Assert.Equal("“型材供应”新增 2 条；“型材清单”新增 1 条。", told.Text);
        Assert.DoesNotContain("一号", told.Title + told.Text, StringComparison.Ordinal);

        // More on the same day raises the one notice; the day after it is another.
        await PostAsync("供应铝型材 二号", ListingVisibility.District);
        await AskAsync(world.Known.Tongliang);
        told = (await NoticeAsync(world.Known.Secretary))!;
        Assert.Equal((2, "“型材供应”新增 1 条；“型材清单”新增 1 条。"), (told.Count, told.Text));

        // The listing ends and its firm, known by it, answers by what it makes: nothing new.
        Assert.True((await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<WithdrawListing>(), new() { Id = first })).IsDone);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await AskAsync(world.Known.Tongliang);
        Assert.Equal(1, await CountAsync(world.Known.Secretary));
        using var later = await world.ApiAsync(world.Known.Secretary); // a token lives eight hours
        var rows = (await later.GetFromJsonAsync<JsonElement>("/api/saved-searches")).GetProperty("items");
        Assert.Equal(1, rows.EnumerateArray().Single(r => r.GetProperty("name").GetString() == "型材清单").GetProperty("newCount").GetInt32());
        Assert.Contains(await world.ReadAsync(db => db.Set<LianMeng.Shared.Ledger.LedgerEntry>().Where(e => e.Kind == nameof(SavedSearchAnswered)).Select(e => e.Json!).ToListAsync()), json => json.Contains("\"added\":2", StringComparison.Ordinal));
    }

    [WorldFact]
    public async Task Nobody_is_told_of_what_is_not_for_their_district()
    {
        using var api = await world.ApiAsync(world.Known.ForeignSecretary);
        await api.CreateAsync("/api/saved-searches", new { name = "隔壁的铝棒", place = "Match", text = "求购铝棒", kind = "Demand" });
        await api.CreateAsync("/api/saved-searches", new { name = "隔壁的铝棒清单", place = "Listings", text = "铝棒" });
        await PostAsync("供应铝棒 只给本区", ListingVisibility.District);
        await AskAsync(world.Known.Jiulongpo);
        await AskAsync(world.Known.Tongliang);
        Assert.Null(await NoticeAsync(world.Known.ForeignSecretary));
        await PostAsync("供应铝棒 给全市", ListingVisibility.City);
        await AskAsync(world.Known.Jiulongpo);
        Assert.Equal("“隔壁的铝棒”新增 1 条；“隔壁的铝棒清单”新增 1 条。", (await NoticeAsync(world.Known.ForeignSecretary))!.Text);
    }

    [WorldFact]
    public async Task Whoever_does_not_want_to_hear_of_it_is_not_told_and_still_finds_it_on_the_page()
    {
        using var browser = await world.BrowserAsync(world.Known.Officer);
        var page = await browser.PageAsync("/match?text=" + Uri.EscapeDataString("求购铝灰") + "&kind=Demand");
        using (var saved = await browser.SubmitAsync("/match?text=" + Uri.EscapeDataString("求购铝灰") + "&kind=Demand", page, "save-search", new() { ["name"] = "铝灰" }))
            Assert.Equal("/saved-searches?notice=search-saved", new Uri(new Uri("http://localhost"), saved.Headers.Location!).PathAndQuery);
        page = await browser.PageAsync("/notices/settings");
        using (var chosen = await browser.SubmitAsync("/notices/settings", page, "topics", new() { ["savedSearches"] = "false" })) Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        using var api = await world.ApiAsync(world.Known.Officer);
        var topics = await api.GetFromJsonAsync<JsonElement>("/api/notices/topics");
        Assert.False(topics.GetProperty("savedSearches").GetBoolean());

        await PostAsync("供应铝灰 不说的", ListingVisibility.District);
        await AskAsync(world.Known.Tongliang);
        Assert.Null(await NoticeAsync(world.Known.Officer));
        page = await browser.PageAsync("/saved-searches");
        Assert.Contains("1 条，", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='/match?text={Uri.EscapeDataString("求购铝灰")}&kind=Demand']"));

        // On again: what came in between is not told afterwards.
        using (var on = await api.PutAsJsonAsync("/api/notices/topics", new { matches = true, savedSearches = true })) on.EnsureSuccessStatusCode();
        await AskAsync(world.Known.Tongliang);
        Assert.Null(await NoticeAsync(world.Known.Officer));
        await PostAsync("供应铝灰 再说的", ListingVisibility.District, world.Known.Firm);
        await AskAsync(world.Known.Tongliang);
        Assert.Equal("/match?text=" + Uri.EscapeDataString("求购铝灰") + "&kind=Demand", (await NoticeAsync(world.Known.Officer))!.Href);
    }

    [WorldFact]
    public async Task A_manager_who_opted_out_is_told_of_no_match_and_the_others_are()
    {
        using var manager = await world.ApiAsync(world.Known.Manager);
        using (var off = await manager.PutAsJsonAsync("/api/notices/topics", new { matches = false, savedSearches = true })) off.EnsureSuccessStatusCode();
        var quiet = await PostAsync("求购铝合金锭 静悄悄", ListingVisibility.City, kind: ListingKind.Demand);
        await world.SettleAsync();
        Assert.False(await ToldAsync(world.Known.Manager, quiet));
        Assert.True(await ToldAsync(world.Known.ForeignManager, quiet));
        using (var on = await manager.PutAsJsonAsync("/api/notices/topics", new { matches = true, savedSearches = true })) on.EnsureSuccessStatusCode();
        var heard = await PostAsync("求购铝合金锭 听得见", ListingVisibility.City, kind: ListingKind.Demand);
        await world.SettleAsync();
        Assert.True(await ToldAsync(world.Known.Manager, heard));
        Assert.Equal(2, await world.ReadAsync(db => db.Set<LianMeng.Shared.Ledger.LedgerEntry>().CountAsync(e => e.Kind == nameof(NoticeTopicsChosen) && e.Actor == $"token:{world.Known.Manager.Id}")));
    }

    [WorldFact]
    public async Task Saved_searches_are_few_named_apart_readable_and_ones_own()
    {
        using var api = await world.ApiAsync(world.Known.City);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SaveAsync(api, "空的", "Match", "，。！", "Demand"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SaveAsync(api, "没有方向", "Match", "铝锭", "Sideways"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SaveAsync(api, "没有类型", "Listings", "铝锭", "7"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SaveAsync(api, "什么都没写", "Listings", "", null));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SaveAsync(api, "太长", "Listings", new string('铝', 201), null));
        for (var i = 0; i < SavedSearch.MostOfPerson; i++) Assert.Equal(HttpStatusCode.Created, await SaveAsync(api, $"第{i}个", "Listings", $"铝锭{i}", null));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SaveAsync(api, "第0个", "Listings", "铝锭", null));
        Assert.Equal(HttpStatusCode.Conflict, await SaveAsync(api, "多出来的", "Listings", "铝锭", null));

        var id = (await api.GetFromJsonAsync<JsonElement>("/api/saved-searches?query=" + Uri.EscapeDataString("第3个"))).GetProperty("items")[0].GetProperty("id").GetGuid();
        foreach (var other in new[] { world.Known.Officer, world.Known.Manager, world.Known.Secretary, world.Known.ForeignSecretary })
        {
            using var theirs = await world.ApiAsync(other);
            using var renamed = await theirs.PutAsJsonAsync($"/api/saved-searches/{id}", new { name = "别人改的" });
            Assert.Equal(HttpStatusCode.NotFound, renamed.StatusCode);
            using var removed = await theirs.DeleteAsync($"/api/saved-searches/{id}");
            Assert.Equal(HttpStatusCode.NotFound, removed.StatusCode);
            Assert.DoesNotContain("第3个", await theirs.GetStringAsync("/api/saved-searches?pageSize=200"), StringComparison.Ordinal);
        }

        using (var taken = await api.PutAsJsonAsync($"/api/saved-searches/{id}", new { name = "第4个" })) Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        using (var renamed = await api.PutAsJsonAsync($"/api/saved-searches/{id}", new { name = "改过的" })) renamed.EnsureSuccessStatusCode();
        using var browser = await world.BrowserAsync(world.Known.City);
        var page = await browser.PageAsync("/saved-searches");
        Assert.Contains("改过的", page.Body!.TextContent, StringComparison.Ordinal);
        using (var gone = await browser.SubmitAsync("/saved-searches", page, $"remove-{id}")) Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        Assert.False(await world.ReadAsync(db => db.Set<SavedSearchAnswers>().AnyAsync(a => a.Id == id)));
        using var export = await api.GetAsync("/api/saved-searches/export.xlsx");
        Assert.Equal(ListExport.ContentType, export.Content.Headers.ContentType!.MediaType);
    }

    private static async Task<HttpStatusCode> SaveAsync(HttpClient api, string name, string place, string text, string? kind)
    {
        using var answer = await api.PostAsJsonAsync("/api/saved-searches", new { name, place, text, kind });
        return answer.StatusCode;
    }

    private async Task AskAsync(Guid district)
    {
        var asked = await world.AsAsync(Actor.Job("test", [world.Known.Tongliang, world.Known.Jiulongpo, DistrictIds.City], district), s => s.GetRequiredService<AskSavedSearches>().RunAsync(new(), Guid.CreateVersion7().ToString()));
        Assert.True(asked.IsDone, asked.Message);
    }

    private async Task<Guid> PostAsync(string title, ListingVisibility visibility, Guid? firm = null, ListingKind kind = ListingKind.Supply)
        => (await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<PostListing>(), new() { OrganisationId = firm ?? world.Known.Neighbour, Kind = kind, Title = title, Visibility = visibility })).Must().Id;

    private async Task RegisterAsync(string name, string makes)
        => (await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<RegisterOrganisation>(), new() { Name = name, Makes = makes })).Must();

    private Task<Notice?> NoticeAsync(Person person)
        => world.ReadAsync(db => db.Set<Notice>().AsNoTracking().Where(n => n.UserId == person.Id && n.Kind == NoticeKind.SavedSearch).OrderByDescending(n => n.At).FirstOrDefaultAsync());

    private Task<int> CountAsync(Person person) => world.ReadAsync(db => db.Set<Notice>().CountAsync(n => n.UserId == person.Id && n.Kind == NoticeKind.SavedSearch));

    private Task<bool> ToldAsync(Person person, Guid listing) => world.ReadAsync(db => db.Set<Notice>().AnyAsync(n => n.UserId == person.Id && n.SubjectId == listing));
}
