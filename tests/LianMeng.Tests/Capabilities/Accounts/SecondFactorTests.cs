using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Notices;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Accounts;

/// <summary>Promise 25 with a second factor: codes are bounded like passwords, and each is good once.</summary>
[Trait("Promise", "25")]
public sealed class SecondFactorTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_password_alone_no_longer_opens_the_account()
    {
        var person = await world.NewPersonAsync("two.factors");
        using var api = await world.ApiAsync(person);
        var (secret, codes) = await world.AddSecondFactorAsync(api);
        Assert.Equal(RecoveryCode.Count, codes.Count);
        using var client = world.Anonymous();
        var (status, body) = await client.LoginAsync(person);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("second-factor-required", JsonDocument.Parse(body).RootElement.GetProperty("code").GetString());

        // Who does not have the password learns nothing of it.
        var wrong = JsonDocument.Parse((await client.LoginAsync(person, password: "not the one")).Body).RootElement;
        Assert.False(wrong.TryGetProperty("code", out _));
        var none = JsonDocument.Parse((await client.LoginAsync(person with { UserName = "nobody.at.all" }, code: "123456")).Body).RootElement;
        Assert.Equal(wrong.GetProperty("detail").GetString(), none.GetProperty("detail").GetString());

        world.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(HttpStatusCode.OK, (await client.LoginAsync(person, world.CodeOf(secret))).Status);
        Assert.Equal(SignInMethod.PasswordAndCode, await world.ReadAsync(db => db.Set<UserSession>().Where(s => s.UserId == person.Id).OrderByDescending(s => s.Id).Select(s => s.Method).FirstAsync()));
    }

    [WorldFact]
    public async Task In_the_browser_there_are_two_steps_and_the_first_signs_nobody_in()
    {
        var person = await world.NewPersonAsync("two.steps");
        using var api = await world.ApiAsync(person);
        var (secret, _) = await world.AddSecondFactorAsync(api);
        using var browser = world.Anonymous();
        var first = await browser.PageAsync("/sign-in?returnUrl=%2Fme");
        using var passed = await browser.SubmitAsync("/sign-in?returnUrl=%2Fme", first, "sign-in", new() { ["userName"] = person.UserName, ["password"] = Person.Password });
        Assert.Equal(HttpStatusCode.OK, passed.StatusCode);
        Assert.False(passed.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("lianmeng=", StringComparison.Ordinal)));
        var second = await passed.ReadPageAsync();
        await browser.PageAsync("/me", HttpStatusCode.Redirect);

        using var wrong = await browser.SubmitAsync("/sign-in?returnUrl=%2Fme", second, "sign-in-code", new() { ["code"] = "000000" });
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        var again = await wrong.ReadPageAsync();
        Assert.Contains("验证码不对", again.Body!.TextContent);
        using var right = await browser.SubmitAsync("/sign-in?returnUrl=%2Fme", again, "sign-in-code", new() { ["code"] = world.CodeOf(secret, stepsAhead: 1) });
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.EndsWith("/me", right.Headers.Location!.ToString());
        await browser.PageAsync("/me");
    }

    [WorldFact]
    public async Task The_ticket_of_the_first_step_runs_out_and_dies_with_the_password()
    {
        var person = await world.NewPersonAsync("ticketed");
        using var api = await world.ApiAsync(person);
        var (secret, _) = await world.AddSecondFactorAsync(api);
        Assert.Contains("过期", await SecondStepAsync(person, () => { world.Clock.Advance(TimeSpan.FromMinutes(6)); return Task.CompletedTask; }, secret));
        Assert.Contains("过期", await SecondStepAsync(person, async () => Assert.True((await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<ResetPassword>(), new() { Id = person.Id, Password = Person.Password })).IsDone), secret));
    }

    [WorldFact]
    public async Task A_step_is_taken_once_also_when_sent_twice_at_once()
    {
        var person = await world.NewPersonAsync("replayed");
        using var api = await world.ApiAsync(person);
        var (secret, _) = await world.AddSecondFactorAsync(api);
        using var client = world.Anonymous();
        // The code that set it up is used.
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.LoginAsync(person, world.CodeOf(secret))).Status);
        var code = world.CodeOf(secret, stepsAhead: 1);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.LoginAsync(person, code)));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Counts.Say(25, "8 sign-ins at once with one code: 1 opened");
    }

    [WorldFact]
    public async Task A_recovery_code_is_good_once_also_on_two_nodes_at_once()
    {
        var person = await world.NewPersonAsync("recovering");
        using var api = await world.ApiAsync(person);
        var (_, codes) = await world.AddSecondFactorAsync(api);
        await using var second = world.StartSecond();
        using var here = world.Anonymous();
        using var there = second.CreateClient();
        var answers = await Task.WhenAll(new[] { here, there, here, there }.Select(client => client.LoginAsync(person, codes[0].ToLowerInvariant())));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.NotEqual(HttpStatusCode.OK, (await there.LoginAsync(person, codes[0])).Status);
        Assert.Equal(RecoveryCode.Count - 1, await world.ReadAsync(db => db.Set<RecoveryCode>().CountAsync(c => c.UserId == person.Id && c.UsedAt == null)));
        Assert.Equal(1, await FactsAsync(person, nameof(RecoveryCodeUsed)));

        // Made anew: the old ones are gone, the answer is kept nowhere.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/me/recovery-codes") { Content = JsonContent.Create(new { }) };
        request.Headers.Add("Idempotency-Key", "codes-anew");
        using var made = await api.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.False(await world.ReadAsync(db => db.Set<Receipt>().AnyAsync(r => r.Key == "codes-anew")));
        Assert.NotEqual(HttpStatusCode.OK, (await here.LoginAsync(person, codes[1])).Status);
        Counts.Say(25, "a recovery code four times at once on two nodes: 1 opened");
    }

    [WorldFact]
    public async Task Guessed_codes_spend_the_budget_of_passwords_also_at_once()
    {
        var person = await world.NewPersonAsync("guessed");
        using var api = await world.ApiAsync(person);
        var (secret, _) = await world.AddSecondFactorAsync(api);
        using var client = world.Anonymous();
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => client.LoginAsync(person, $"{i:000000}")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Unauthorized, a.Status));
        Assert.Equal(SignIn.MostFailures, await FactsAsync(person, nameof(SignInFailed)));
        world.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Contains("分钟后再试", (await client.LoginAsync(person, world.CodeOf(secret))).Body);
        world.Clock.Advance(SignIn.Window);
        Assert.Equal(HttpStatusCode.OK, (await client.LoginAsync(person, world.CodeOf(secret))).Status);
        Counts.Say(25, $"30 codes guessed at once: {SignIn.MostFailures} tried, then closed");
    }

    [WorldFact]
    public async Task The_secret_is_sealed_and_no_fact_or_receipt_holds_it()
    {
        var person = await world.NewPersonAsync("sealed");
        using var api = await world.ApiAsync(person);
        var (secret, codes) = await world.AddSecondFactorAsync(api);
        var stored = await world.ReadAsync(db => db.Set<SecondFactor>().Where(f => f.UserId == person.Id).Select(f => f.SealedSecret).SingleAsync());
        Assert.StartsWith("1.", stored);
        var text = Base32.Encode(secret);
        var everything = string.Join('\n', await world.ReadAsync(db => db.Set<LedgerEntry>().Select(e => e.Json ?? "").ToListAsync()))
            + string.Join('\n', await world.ReadAsync(db => db.Set<Receipt>().Select(r => r.Result).ToListAsync()))
            + string.Join('\n', await world.ReadAsync(db => db.Set<RecoveryCode>().Select(r => r.Hash).ToListAsync())) + stored;
        Assert.DoesNotContain(text, everything);
        Assert.All(codes, c => Assert.DoesNotContain(c, everything));
    }

    /// <summary>Whoever finds an open browser cannot change how its owner signs in.</summary>
    [WorldFact]
    public async Task Changing_a_factor_asks_for_the_password_when_signing_in_was_long_ago()
    {
        var person = await world.NewPersonAsync("left.open");
        using var api = await world.ApiAsync(person);
        await world.AddSecondFactorAsync(api);
        world.Clock.Advance(UserSession.ConfirmedFor + TimeSpan.FromMinutes(1));
        foreach (var address in new[] { "/api/me/second-factor/remove", "/api/me/recovery-codes" })
        {
            var (status, body) = await api.SendAsync(address);
            Assert.Equal(HttpStatusCode.Conflict, status);
            Assert.Contains("确认是您本人", body);
        }

        Assert.Equal(HttpStatusCode.Conflict, (await api.SendAsync("/api/me/confirm", new { password = "not the one" })).Status);
        Assert.Equal(1, await FactsAsync(person, nameof(SignInFailed)));
        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync("/api/me/confirm", new { password = Person.Password })).Status);
        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync("/api/me/second-factor/remove")).Status);
        using var client = world.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await client.LoginAsync(person)).Status);
        Assert.Equal(0, await world.ReadAsync(db => db.Set<RecoveryCode>().CountAsync(c => c.UserId == person.Id)));
    }

    [WorldFact]
    public async Task What_an_administrator_takes_away_ends_the_sessions_and_the_person_is_told()
    {
        var person = await world.NewPersonAsync("lost.phone");
        using var api = await world.ApiAsync(person);
        await world.AddSecondFactorAsync(api);
        var taken = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<TakeAwaySecondFactor>(), new() { Id = person.Id });
        Assert.True(taken.IsDone, taken.Message);
        using var after = await api.GetAsync("/api/me");
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        using var client = world.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await client.LoginAsync(person)).Status);
        await world.SettleAsync();
        var titles = await world.ReadAsync(db => db.Set<Notice>().Where(n => n.UserId == person.Id).Select(n => n.Title).ToListAsync());
        Assert.Equal(new[] { "您的账号启用了验证器", "系统管理员取消了您的验证器" }.Order(StringComparer.Ordinal), titles.Order(StringComparer.Ordinal));
        Assert.False((await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<TakeAwaySecondFactor>(), new() { Id = world.Known.Admin.Id })).IsDone);
    }

    [WorldFact]
    public async Task A_setup_of_somebody_else_or_of_long_ago_is_refused()
    {
        using var one = await world.ApiAsync(await world.NewPersonAsync("setup.one"));
        using var two = await world.ApiAsync(await world.NewPersonAsync("setup.two"));
        var proposed = await one.GetFromJsonAsync<JsonElement>("/api/me/second-factor/new");
        var secret = Base32.Decode(proposed.GetProperty("secret").GetString()!.Replace(" ", "", StringComparison.Ordinal));
        var setup = proposed.GetProperty("setup").GetString();
        Assert.Equal(HttpStatusCode.Conflict, (await two.SendAsync("/api/me/second-factor", new { setup, code = world.CodeOf(secret) })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await one.SendAsync("/api/me/second-factor", new { setup, code = "000000" })).Status);
        world.Clock.Advance(TimeSpan.FromMinutes(16));
        await one.SendAsync("/api/me/confirm", new { password = Person.Password });
        var (status, body) = await one.SendAsync("/api/me/second-factor", new { setup, code = world.CodeOf(secret) });
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("过期", body);
    }

    private async Task<string> SecondStepAsync(Person person, Func<Task> meanwhile, byte[] secret)
    {
        using var browser = world.Anonymous();
        using var passed = await browser.SubmitAsync("/sign-in", await browser.PageAsync("/sign-in"), "sign-in", new() { ["userName"] = person.UserName, ["password"] = Person.Password });
        await meanwhile();
        using var answer = await browser.SubmitAsync("/sign-in", await passed.ReadPageAsync(), "sign-in-code", new() { ["code"] = world.CodeOf(secret, stepsAhead: 1) });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return (await answer.ReadPageAsync()).Body!.TextContent;
    }

    private Task<int> FactsAsync(Person person, string kind)
        => world.ReadAsync(db => db.Set<LedgerSubject>().Where(s => s.EntityId == person.Id).Join(db.Set<LedgerEntry>(), s => s.Seq, e => e.Seq, (_, e) => e.Kind).CountAsync(k => k == kind));
}
