using System.Net;
using System.Net.Http.Json;
using LianMeng.Capabilities.Accounts;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Tests.World;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LianMeng.Tests.Capabilities.Accounts;

/// <summary>Promises 25 and 26: guessing is bounded, and a session ends with the request after it should.</summary>
[Trait("Promise", "25")]
[Trait("Promise", "26")]
public sealed class SessionTests(TestWorld world) : IClassFixture<TestWorld>
{
    private const string NewPassword = "another 铝锭 goes round";

    [WorldFact]
    public async Task Signing_out_everywhere_ends_cookies_and_tokens_with_the_next_request()
        => await EndsAsync("everywhere", async (person, api) =>
        {
            using var answer = await api.PostAsJsonAsync("/api/me/sign-out-everywhere", new { });
            answer.EnsureSuccessStatusCode();
        });

    [WorldFact]
    public async Task A_changed_password_ends_them()
        => await EndsAsync("changed", async (person, api) =>
        {
            using var answer = await api.PostAsJsonAsync("/api/me/password", new { current = Person.Password, password = NewPassword });
            answer.EnsureSuccessStatusCode();
        });

    [WorldFact]
    public async Task A_reset_password_ends_them()
        => await EndsAsync("reset", async (person, _) => Assert.True((await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<ResetPassword>(), new() { Id = person.Id, Password = NewPassword })).IsDone));

    [WorldFact]
    public async Task A_disabled_account_ends_them_and_cannot_sign_in()
    {
        var person = await EndsAsync("disabled", async (person, _) => Assert.True((await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<DisableAccount>(), new() { Id = person.Id })).IsDone));
        using var client = world.Anonymous();
        using var answer = await client.PostAsJsonAsync("/api/login", new { userName = person.UserName, password = Person.Password });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("停用", await answer.Content.ReadAsStringAsync());
    }

    [WorldFact]
    public async Task Ten_failures_lock_the_account_until_the_window_has_passed()
    {
        var person = await NewPersonAsync("locked");
        using var client = world.Anonymous();
        for (var i = 0; i < SignIn.MostFailures; i++) Assert.Equal(HttpStatusCode.Unauthorized, await LoginAsync(client, person, "wrong " + i));

        // The right one too is refused now, and refusing it is not a failure more.
        Assert.Equal(HttpStatusCode.Unauthorized, await LoginAsync(client, person, Person.Password));
        world.Clock.Advance(SignIn.Window - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await LoginAsync(client, person, Person.Password));
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, await LoginAsync(client, person, Person.Password));
        Assert.Equal(SignIn.MostFailures, await world.ReadAsync(db => db.Set<LedgerSubject>().Join(db.Set<LedgerEntry>(), s => s.Seq, e => e.Seq, (s, e) => new { s.EntityId, e.Kind })
            .CountAsync(x => x.EntityId == person.Id && x.Kind == nameof(SignInFailed))));
        Counts.Say(25, $"{SignIn.MostFailures} failures, locked for {SignIn.Window.TotalMinutes} minutes, then open again");
    }

    [WorldFact]
    public async Task Nine_failures_do_not_lock_it()
    {
        var person = await NewPersonAsync("nearly");
        using var client = world.Anonymous();
        for (var i = 0; i < SignIn.MostFailures - 1; i++) await LoginAsync(client, person, "wrong " + i);
        Assert.Equal(HttpStatusCode.OK, await LoginAsync(client, person, Person.Password));
    }

    [WorldFact]
    public async Task A_reset_password_opens_a_locked_account()
    {
        var person = await NewPersonAsync("opened");
        using var client = world.Anonymous();
        for (var i = 0; i < SignIn.MostFailures; i++) await LoginAsync(client, person, "wrong " + i);
        Assert.True((await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<ResetPassword>(), new() { Id = person.Id, Password = NewPassword })).IsDone);
        Assert.Equal(HttpStatusCode.OK, await LoginAsync(client, person, NewPassword));
    }

    [WorldFact]
    public async Task A_token_ends_after_its_life()
    {
        var person = await NewPersonAsync("aged");
        using var api = await world.ApiAsync(person);
        world.Clock.Advance(SessionEndpoints.TokenLife + TimeSpan.FromMinutes(1));
        using var answer = await api.GetAsync("/api/me");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    /// <summary>The tests lower it; this asks the program as it is shipped.</summary>
    [Fact]
    public async Task Passwords_are_hashed_with_at_least_210_000_iterations()
    {
        await using var app = LianMeng.Host.LianMengHost.CreateBuilder([$"--Storage:Path={Path.Combine(Path.GetTempPath(), "lianmeng-model")}"]).Build();
        Assert.True(app.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount >= 210_000);
        var hash = Convert.FromBase64String(app.Services.GetRequiredService<IPasswordHasher<User>>().HashPassword(User.Create("x", "x"), Person.Password));
        Assert.True(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)) >= 210_000);
    }

    private async Task<Person> EndsAsync(string userName, Func<Person, HttpClient, Task> end)
    {
        var person = await NewPersonAsync(userName);
        using var api = await world.ApiAsync(person);
        using var browser = await world.BrowserAsync(person);
        await browser.PageAsync("/");
        await end(person, api);
        using var byToken = await api.GetAsync("/api/me");
        Assert.Equal(HttpStatusCode.Unauthorized, byToken.StatusCode);
        using var byCookie = await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, byCookie.StatusCode);
        Counts.Say(26, $"{userName}: cookie and token ended with the next request");
        return person;
    }

    private async Task<Person> NewPersonAsync(string userName)
    {
        var created = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<CreateAccount>(), new() { UserName = userName, DisplayName = userName, Password = Person.Password, Role = Role.DistrictOfficer, DistrictId = world.Known.Tongliang });
        Assert.True(created.IsDone, created.Message);
        return new(userName, Role.DistrictOfficer, created.Value!.Id);
    }

    private static async Task<HttpStatusCode> LoginAsync(HttpClient client, Person person, string password)
    {
        using var answer = await client.PostAsJsonAsync("/api/login", new { userName = person.UserName, password });
        return answer.StatusCode;
    }
}
