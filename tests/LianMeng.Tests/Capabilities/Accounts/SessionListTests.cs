using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Accounts;
using LianMeng.Shared.Access;
using LianMeng.Shared.Retention;
using LianMeng.Tests.World;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Accounts;

/// <summary>Promise 26: a session is a row, and when the row has ended the cookie and the token are nothing.</summary>
[Trait("Promise", "26")]
public sealed class SessionListTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task Each_sign_in_is_listed_and_this_one_is_marked()
    {
        var person = await world.NewPersonAsync("listed");
        using var api = await world.ApiAsync(person);
        using var browser = await world.BrowserAsync(person);
        var page = await browser.PageAsync("/me/sessions");
        Assert.Equal(2, page.QuerySelectorAll("tbody tr").Length);
        Assert.Single(page.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains("本机", StringComparison.Ordinal));
        var list = (await api.GetFromJsonAsync<JsonElement>("/api/me/sessions")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(new[] { "Browser", "Token" }.Order(StringComparer.Ordinal), list.Select(s => s.GetProperty("kind").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal("Token", list.Single(s => s.GetProperty("isThis").GetBoolean()).GetProperty("kind").GetString());
    }

    [WorldFact]
    public async Task One_ended_from_elsewhere_is_refused_on_every_node()
    {
        var person = await world.NewPersonAsync("two.nodes");
        await using var second = world.StartSecond();
        using var api = await world.ApiAsync(person);
        using var browser = await world.BrowserAsync(person);
        using var there = second.CreateClient();
        there.DefaultRequestHeaders.Authorization = api.DefaultRequestHeaders.Authorization;
        Assert.Contains(person.UserName, await there.GetStringAsync("/api/me"));

        var token = await world.ReadAsync(db => db.Set<UserSession>().Where(s => s.UserId == person.Id && s.Kind == SessionKind.Token).Select(s => s.Id).SingleAsync());
        var page = await browser.PageAsync("/me/sessions");
        using var ended = await browser.SubmitAsync("/me/sessions", page, "sign-out-" + token);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        foreach (var client in new[] { there, api })
        {
            using var answer = await client.GetAsync("/api/me");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        await browser.PageAsync("/me");
        Assert.Contains("本人在别处结束", (await browser.PageAsync("/me/sessions")).Body!.TextContent);
        Counts.Say(26, "a session ended on one node: refused on two with the next request");
    }

    [WorldFact]
    public async Task Signing_out_ends_the_row_and_a_copy_of_the_cookie_is_nothing()
    {
        var person = await world.NewPersonAsync("copied");
        using var browser = world.App.CreateDefaultClient();
        var (cookies, signedIn) = await SignInWithCookiesAsync(person);
        Assert.Equal(HttpStatusCode.OK, await GetAsync(browser, "/me", cookies));

        var page = await PageAsync(browser, "/me", cookies);
        var form = page.Forms.Single(f => f.GetAttribute("action") == "/sign-out");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Content = new FormUrlEncodedContent(form.FieldsOf()) };
        request.Headers.Add("Cookie", cookies);
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await GetAsync(browser, "/me", cookies));
        Assert.Equal(SessionEnd.SignedOut, await world.ReadAsync(db => db.Set<UserSession>().Where(s => s.Id == signedIn).Select(s => s.EndReason).SingleAsync()));
    }

    /// <summary>Session fixation: whatever a browser had before, signing in gives it a new one and ends the old.</summary>
    [WorldFact]
    public async Task Signing_in_again_is_a_new_session_and_the_former_ends()
    {
        var person = await world.NewPersonAsync("again");
        using var browser = world.Anonymous();
        var early = await browser.PageAsync("/sign-in");
        using (var first = await browser.SubmitAsync("/sign-in", early, "sign-in", new() { ["userName"] = person.UserName, ["password"] = Person.Password })) Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        var before = await OpenAsync(person);
        var page = await browser.PageAsync("/me");
        var fields = early.Form("sign-in").FieldsOf();
        fields["__RequestVerificationToken"] = page.Forms.First(f => f.Method == "post").FieldsOf()["__RequestVerificationToken"];
        (fields["userName"], fields["password"]) = (person.UserName, Person.Password);
        using (var again = await browser.PostFormAsync("/sign-in", fields)) Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        var after = await OpenAsync(person);
        Assert.NotEqual(Assert.Single(before), Assert.Single(after));
        await browser.PageAsync("/me");
    }

    [WorldFact]
    public async Task Ending_the_others_leaves_this_one()
    {
        var person = await world.NewPersonAsync("others");
        using var one = await world.ApiAsync(person);
        using var two = await world.ApiAsync(person);
        using var browser = await world.BrowserAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await one.SendAsync("/api/me/other-sessions/sign-out")).Status);
        using (var still = await one.GetAsync("/api/me")) Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        using (var gone = await two.GetAsync("/api/me")) Assert.Equal(HttpStatusCode.Unauthorized, gone.StatusCode);
        await browser.PageAsync("/me", HttpStatusCode.Redirect);
    }

    [WorldFact]
    public async Task Nobody_ends_anothers()
    {
        var person = await world.NewPersonAsync("victim");
        using var api = await world.ApiAsync(person);
        using var other = await world.ApiAsync(world.Known.Secretary);
        var session = Assert.Single(await OpenAsync(person));
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync($"/api/me/sessions/{session}/end")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.SendAsync($"/api/accounts/{person.Id}/sign-out")).Status);
        using var still = await api.GetAsync("/api/me");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [WorldFact]
    public async Task An_administrator_sees_how_many_and_ends_them_all()
    {
        var person = await world.NewPersonAsync("administered");
        using var api = await world.ApiAsync(person);
        using var browser = await world.BrowserAsync(person);
        using var admin = await world.BrowserAsync(world.Known.Admin);
        var page = await admin.PageAsync($"/accounts/{person.Id}");
        Assert.Contains("2 处", page.Body!.TextContent);
        using (var ended = await admin.SubmitAsync($"/accounts/{person.Id}", page, "sign-out-all")) Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        using (var gone = await api.GetAsync("/api/me")) Assert.Equal(HttpStatusCode.Unauthorized, gone.StatusCode);
        await browser.PageAsync("/me", HttpStatusCode.Redirect);
        Assert.Empty(await OpenAsync(person));
    }

    [WorldFact]
    public async Task Looking_writes_nothing_and_the_last_use_is_stored_each_minute()
    {
        var person = await world.NewPersonAsync("seen");
        using var api = await world.ApiAsync(person);
        var session = Assert.Single(await OpenAsync(person));
        var sightings = world.Services.GetRequiredService<SessionSightings>();
        await sightings.StoreAsync(default);
        var before = await LastSeenAsync(session);
        var head = await world.SettledHeadAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        using (var looked = await api.GetAsync("/api/me")) looked.EnsureSuccessStatusCode();
        Assert.Equal(before, await LastSeenAsync(session));
        await sightings.StoreAsync(default);
        Assert.True(await LastSeenAsync(session) >= before + TimeSpan.FromMinutes(5));
        Assert.Equal(head, await world.HeadAsync());
    }

    [WorldFact]
    public async Task What_has_run_out_is_shown_as_ended_and_forgotten_after_a_month()
    {
        var person = await world.NewPersonAsync("expired");
        using (await world.ApiAsync(person)) { }
        var old = Assert.Single(await OpenAsync(person));
        world.Clock.Advance(UserSession.BrowserLife + TimeSpan.FromHours(1));
        using (var browser = await world.BrowserAsync(person))
            Assert.Contains("已过期", (await browser.PageAsync("/me/sessions")).Body!.TextContent);

        foreach (var (district, gone) in new[] { (world.Known.Tongliang, false), (DistrictIds.City, true) })
        {
            var applied = await world.AsAsync(Actor.Job("test", [district], district), s => s.GetRequiredService<ApplyRetention>().RunAsync(new() { At = world.Clock.GetUtcNow().UtcDateTime.AddDays(SessionRetention.Days.Default + 1) }));
            Assert.True(applied.IsDone);
            Assert.Equal(gone, !await world.ReadAsync(db => db.Set<UserSession>().AnyAsync(s => s.Id == old)));
        }

        Assert.False(await world.ReadAsync(db => db.Set<SessionSighting>().AnyAsync(s => s.Id == old)));
    }

    private Task<List<Guid>> OpenAsync(Person person) => world.ReadAsync(db => db.Set<UserSession>().Where(s => s.UserId == person.Id && s.EndedAt == null).Select(s => s.Id).ToListAsync());

    private Task<DateTime> LastSeenAsync(Guid session) => world.ReadAsync(db => db.Set<SessionSighting>().Where(s => s.Id == session).Select(s => s.LastSeenAt).SingleAsync());

    /// <summary>The cookies themselves, as somebody who copied them would have them.</summary>
    private async Task<(string Cookies, Guid Session)> SignInWithCookiesAsync(Person person)
    {
        using var client = world.App.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        using var opened = await client.GetAsync("/sign-in");
        var form = (await opened.ReadPageAsync()).Form("sign-in");
        var fields = form.FieldsOf();
        (fields["userName"], fields["password"]) = (person.UserName, Person.Password);
        var antiforgery = CookiesOf(opened);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", antiforgery);
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return ($"{antiforgery}; {CookiesOf(answer)}", Assert.Single(await OpenAsync(person)));
    }

    private static string CookiesOf(HttpResponseMessage answer) => string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));

    private static async Task<HttpStatusCode> GetAsync(HttpClient client, string url, string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Cookie", cookies);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(HttpClient client, string url, string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Cookie", cookies);
        using var answer = await client.SendAsync(request);
        return await answer.ReadPageAsync();
    }
}
