using System.Net;
using System.Net.Http.Json;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Listings;
using LianMeng.Capabilities.Matching;
using LianMeng.Capabilities.Notices;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Accounts;

/// <summary>A post that ends serves nothing more: its rights, sessions, tokens, queued notices and open pages.</summary>
[Trait("Promise", "26")]
public sealed class EndedPostTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task From_the_next_request_on_nothing_is_served_any_more()
    {
        var manager = world.Known.Manager;
        using var browser = await world.BrowserAsync(manager);
        using var api = await world.ApiAsync(manager);
        var open = await browser.PageAsync("/listings/new");
        await browser.PageAsync($"/listings/{world.Known.Listing}/edit");
        var waiting = new TellCounterpart.Input { ListingId = world.Known.Listing, UserId = manager.Id, OrganisationId = world.Known.Firm };
        Assert.True((await TellAsync(waiting)).Value);
        Assert.Contains("新的", (await browser.PageAsync("/notices")).Body!.TextContent);
        var (listings, notices) = (await CountAsync<Listing>(), await MatchesToldAsync());

        var ended = await world.RunAsync(world.Known.Secretary, s => s.GetRequiredService<EndMandate>(), new() { Id = await PostOfAsync(manager), Reason = "换人" });
        Assert.True(ended.IsDone, ended.Message);

        // sessions: the browser is signed out, the token is dead
        using (var page = await browser.GetAsync("/organisations")) Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        using (var call = await api.GetAsync("/api/listings")) Assert.Equal(HttpStatusCode.Unauthorized, call.StatusCode);
        // open pages: what is sent from them goes nowhere
        using (var sent = await browser.SubmitAsync("/listings/new", open, "post", new() { ["kind"] = "Demand", ["title"] = "离任后发布" })) Assert.NotEqual("/listings", sent.Headers.Location?.OriginalString);
        using (var sent = await api.PostAsJsonAsync("/api/listings", new { kind = "Demand", title = "离任后发布" })) Assert.Equal(HttpStatusCode.Unauthorized, sent.StatusCode);
        using (var file = await browser.GetAsync($"/api/files/{world.Known.File}/content")) Assert.NotEqual(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal(listings, await CountAsync<Listing>());
        // queued digests: planned before, told to nobody
        Assert.False((await TellAsync(waiting)).Value);
        Assert.Equal(notices, await MatchesToldAsync());
        // rights: signed in anew there is nothing, not even what was told before
        using var anew = await world.BrowserAsync(manager);
        foreach (var path in new[] { "/organisations", "/listings", "/match", "/people", $"/listings/{world.Known.Listing}" }) await anew.PageAsync(path, HttpStatusCode.Forbidden);
        Assert.DoesNotContain("相符", (await anew.PageAsync("/notices")).Body!.TextContent);
        TestContext.Current.TestOutputHelper?.WriteLine("promise 26: an ended post: browser, token, open pages, files, queued notices and a new sign-in serve nothing");
    }

    [WorldFact]
    public async Task Whoever_has_another_post_stays_signed_in_without_the_rights_of_the_ended_one()
    {
        var officer = world.Known.Officer;
        using var browser = await world.BrowserAsync(officer);
        var second = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<GiveMandate>(), new() { Id = officer.Id, Role = Role.Auditor });
        await browser.PageAsync("/organisations/import");
        Assert.True((await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<EndMandate>(), new() { Id = await PostOfAsync(officer) })).IsDone);
        await browser.PageAsync("/organisations/import", HttpStatusCode.Forbidden);
        await browser.PageAsync("/ledger");
        Assert.True(second.IsDone);
    }

    private Task<Guid> PostOfAsync(Person person)
        => world.ReadAsync(db => db.Set<Mandate>().Where(m => m.UserId == person.Id && m.Role == person.Role && m.To == null).Select(m => m.Id).SingleAsync());

    private Task<int> CountAsync<T>() where T : class => world.ReadAsync(db => db.Set<T>().CountAsync());

    private Task<int> MatchesToldAsync() => world.ReadAsync(db => db.Set<Notice>().CountAsync(n => n.Kind == NoticeKind.NewMatch));

    /// <summary>A notice that was planned, carried out as a node would.</summary>
    private async Task<Outcome<bool>> TellAsync(TellCounterpart.Input input)
    {
        await using var scope = await world.Services.GetRequiredService<TrustedScopes>().OpenAsync("test", world.Known.Tongliang, default);
        return await scope.ServiceProvider.GetRequiredService<TellCounterpart>().RunAsync(input);
    }
}
