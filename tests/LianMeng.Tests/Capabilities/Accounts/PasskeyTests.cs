using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Accounts;
using LianMeng.Tests.World;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Accounts;

/// <summary>Passkeys over HTTP, with a device made of software that can also lie.</summary>
[Trait("Promise", "25")]
public sealed class PasskeyTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task One_signs_in_with_it_without_password_and_code()
    {
        var person = await world.NewPersonAsync("key.holder");
        using var device = new SoftAuthenticator();
        using var api = await world.ApiAsync(person);
        await world.AddSecondFactorAsync(api);
        Assert.Equal(HttpStatusCode.OK, (await AddAsync(api, device)).Status);
        var (status, browser) = await SignInAsync(device);
        using (browser)
        {
            Assert.Equal(HttpStatusCode.Redirect, status);
            Assert.Contains(person.UserName, (await browser.PageAsync("/me")).Body!.TextContent);
        }

        Assert.Equal(SignInMethod.Passkey, await world.ReadAsync(db => db.Set<UserSession>().Where(s => s.UserId == person.Id).OrderByDescending(s => s.Id).Select(s => s.Method).FirstAsync()));
        Assert.Equal(1u, (await StoredAsync(person)).Data.SignCount);
    }

    [WorldFact]
    public async Task A_challenge_is_answered_once_and_for_five_minutes()
    {
        using var device = new SoftAuthenticator();
        using var api = await world.ApiAsync(await world.NewPersonAsync("key.replay"));
        var question = await api.GetFromJsonAsync<JsonElement>("/api/me/passkeys/new");
        Assert.Equal(HttpStatusCode.OK, (await AddAsync(api, device, question)).Status);

        // A device that does not count (many do not): only the spent challenge can tell the second from the first.
        device.Counter = uint.MaxValue;
        using var browser = Browser();
        var asked = await browser.GetFromJsonAsync<JsonElement>("/api/passkeys/question");
        var answer = device.Get(asked.GetProperty("options"));
        Assert.Equal(HttpStatusCode.Redirect, await SendAsync(browser, answer, asked));
        using var thief = Browser();
        Assert.Equal(HttpStatusCode.Conflict, await SendAsync(thief, answer, asked));

        var late = await thief.GetFromJsonAsync<JsonElement>("/api/passkeys/question");
        var lateAnswer = device.Get(late.GetProperty("options"));
        world.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.Conflict, await SendAsync(thief, lateAnswer, late));
    }

    [WorldFact]
    public async Task Lies_are_refused()
    {
        using var device = new SoftAuthenticator();
        using var api = await world.ApiAsync(await world.NewPersonAsync("key.lies"));
        device.Verifies = false;
        Assert.Equal(HttpStatusCode.Conflict, (await AddAsync(api, device)).Status);
        device.Verifies = true;
        device.PageOrigin = "http://evil.example";
        Assert.Equal(HttpStatusCode.Conflict, (await AddAsync(api, device)).Status);
        device.PageOrigin = SoftAuthenticator.Origin;
        Assert.Equal(HttpStatusCode.OK, (await AddAsync(api, device)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await AddAsync(api, device)).Status); // the same once more

        foreach (var lie in new Action[] { () => device.Verifies = false, () => (device.Verifies, device.PageOrigin) = (true, "http://evil.example") })
        {
            lie();
            var (status, browser) = await SignInAsync(device);
            browser.Dispose();
            Assert.Equal(HttpStatusCode.Conflict, status);
        }

        device.PageOrigin = SoftAuthenticator.Origin;
        device.Counter = 10;
        var (good, first) = await SignInAsync(device);
        first.Dispose();
        Assert.Equal(HttpStatusCode.Redirect, good);
        device.Counter = 4; // a copy of the device that is behind
        var (copied, second) = await SignInAsync(device);
        second.Dispose();
        Assert.Equal(HttpStatusCode.Conflict, copied);

        using var anonymous = Browser();
        foreach (var credential in new[] { "", "{}", "[]", "null", "{\"id\":1}", new string('x', 19_000) })
        {
            var question = await anonymous.GetFromJsonAsync<JsonElement>("/api/passkeys/question");
            Assert.True(await SendAsync(anonymous, credential, question) is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity);
        }
    }

    [WorldFact]
    public async Task A_challenge_of_one_account_makes_no_passkey_of_another()
    {
        using var device = new SoftAuthenticator();
        using var one = await world.ApiAsync(await world.NewPersonAsync("key.one"));
        using var two = await world.ApiAsync(await world.NewPersonAsync("key.two"));
        var question = await one.GetFromJsonAsync<JsonElement>("/api/me/passkeys/new");
        Assert.Equal(HttpStatusCode.Conflict, (await AddAsync(two, device, question)).Status);
    }

    [WorldFact]
    public async Task A_removed_one_opens_nothing_and_only_its_owner_removes_it()
    {
        var person = await world.NewPersonAsync("key.removed");
        using var device = new SoftAuthenticator();
        using var api = await world.ApiAsync(person);
        using var other = await world.ApiAsync(await world.NewPersonAsync("key.other"));
        await AddAsync(api, device);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync("/api/me/passkeys/remove", new { passkey = device.Id })).Status);
        world.Clock.Advance(UserSession.ConfirmedFor + TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Conflict, (await api.SendAsync("/api/me/passkeys/remove", new { passkey = device.Id })).Status);
        await api.SendAsync("/api/me/confirm", new { password = Person.Password });
        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync("/api/me/passkeys/remove", new { passkey = device.Id })).Status);
        var (status, browser) = await SignInAsync(device);
        browser.Dispose();
        Assert.Equal(HttpStatusCode.Conflict, status);
    }

    [WorldFact]
    public async Task A_disabled_account_stays_closed_and_a_locked_one_opens()
    {
        var person = await world.NewPersonAsync("key.locked");
        using var device = new SoftAuthenticator();
        using var api = await world.ApiAsync(person);
        await AddAsync(api, device);
        using var guesser = world.Anonymous();
        for (var i = 0; i < SignIn.MostFailures; i++) await guesser.LoginAsync(person, password: "wrong " + i);
        var (open, browser) = await SignInAsync(device);
        browser.Dispose();
        Assert.Equal(HttpStatusCode.Redirect, open);
        Assert.True((await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<DisableAccount>(), new() { Id = person.Id })).IsDone);
        var (closed, second) = await SignInAsync(device);
        second.Dispose();
        Assert.Equal(HttpStatusCode.Conflict, closed);
    }

    private HttpClient Browser()
    {
        var browser = world.Anonymous();
        browser.DefaultRequestHeaders.Add("Origin", SoftAuthenticator.Origin);
        return browser;
    }

    private static async Task<(HttpStatusCode Status, string Body)> AddAsync(HttpClient api, SoftAuthenticator device, JsonElement? question = null)
    {
        var asked = question ?? await api.GetFromJsonAsync<JsonElement>("/api/me/passkeys/new");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/me/passkeys")
        {
            Content = JsonContent.Create(new { name = "测试设备", credential = device.Create(asked.GetProperty("options")), state = asked.GetProperty("state").GetString() }),
        };
        request.Headers.Add("Origin", SoftAuthenticator.Origin);
        using var answer = await api.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<(HttpStatusCode Status, HttpClient Browser)> SignInAsync(SoftAuthenticator device)
    {
        var browser = Browser();
        var question = await browser.GetFromJsonAsync<JsonElement>("/api/passkeys/question");
        return (await SendAsync(browser, device.Get(question.GetProperty("options")), question), browser);
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient browser, string credential, JsonElement question)
    {
        using var answer = await browser.SubmitAsync("/sign-in", await browser.PageAsync("/sign-in"), "sign-in-passkey",
            new() { ["credential"] = credential, ["state"] = question.GetProperty("state").GetString()! });
        return answer.StatusCode;
    }

    private Task<IdentityUserPasskey<Guid>> StoredAsync(Person person) => world.ReadAsync(db => db.Set<IdentityUserPasskey<Guid>>().AsNoTracking().SingleAsync(p => p.UserId == person.Id));
}
