using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Shared.UseCases;

/// <summary>Promise 9: the same submit twice does nothing twice and answers the same.</summary>
[Trait("Promise", "9")]
public sealed class ReceiptTests(TestWorld world) : IClassFixture<TestWorld>
{
    private const int Parallel = 20;

    [WorldFact]
    public async Task The_same_key_again_gives_the_first_answer_again()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        var first = await RegisterAsync(api, "重庆一次铝业有限公司", "key-one");
        var head = await world.SettledHeadAsync();
        Assert.Equal(first, await RegisterAsync(api, "重庆一次铝业有限公司", "key-one"));
        Assert.Equal(head, await world.HeadAsync());
    }

    [WorldFact]
    public async Task The_same_key_with_another_input_is_refused()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        await RegisterAsync(api, "重庆此一铝业有限公司", "key-two");
        using var answer = await SendAsync(api, "重庆彼一铝业有限公司", "key-two");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("提交编号", await answer.Content.ReadAsStringAsync());
        Assert.False(await world.ReadAsync(db => db.Set<Organisation>().AnyAsync(o => o.Name == "重庆彼一铝业有限公司")));
    }

    [WorldFact]
    public async Task Anothers_key_is_not_ones_own()
    {
        using var secretary = await world.ApiAsync(world.Known.Secretary);
        using var officer = await world.ApiAsync(world.Known.Officer);
        Assert.NotEqual(await RegisterAsync(secretary, "重庆书记铝业有限公司", "key-three"), await RegisterAsync(officer, "重庆专员铝业有限公司", "key-three"));
    }

    [WorldFact]
    public async Task A_key_that_cannot_be_kept_is_told_so()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        using var answer = await SendAsync(api, "重庆长号铝业有限公司", new string('k', 101));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [WorldFact]
    public async Task Twenty_at_once_make_one_row_and_one_answer()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        var answers = await Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => RegisterAsync(api, "重庆同时铝业有限公司", "key-parallel")));
        Assert.Single(answers.Distinct());
        Assert.Equal(1, await world.ReadAsync(db => db.Set<Organisation>().CountAsync(o => o.Name == "重庆同时铝业有限公司")));
        Assert.Empty((await world.VerifyLedgerAsync()).Problems);
        Counts.Say(9, $"{Parallel} registrations at once with one key: 1 row, 1 answer");
    }

    /// <summary>The twin that loses finds the row changed, by its own double: that is no conflict.</summary>
    [WorldFact]
    public async Task Twenty_edits_at_once_with_one_key_are_one_edit()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        var version = await world.ReadAsync(db => db.Set<Organisation>().Where(o => o.Id == world.Known.Neighbour).Select(o => o.Version).SingleAsync());
        var head = await world.SettledHeadAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, Parallel).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/organisations/{world.Known.Neighbour}") { Content = JsonContent.Create(new { name = "重庆小石压铸有限公司", address = "改后的地址", version }) };
            request.Headers.Add("Idempotency-Key", "key-edit");
            using var answer = await api.SendAsync(request);
            return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
        }));
        Assert.Equal([$"200 \"{world.Known.Neighbour}\""], answers.Distinct());
        Assert.Equal(head + 1, await world.HeadAsync());
        Counts.Say(9, $"{Parallel} edits at once with one key and version: 1 change, 1 answer");
    }

    [WorldFact]
    public async Task Twenty_disablings_at_once_with_one_key_are_one()
    {
        var created = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<CreateAccount>(), new() { UserName = "passing", DisplayName = "过客", Password = Person.Password, Role = LianMeng.Shared.Access.Role.Auditor });
        using var api = await world.ApiAsync(world.Known.Admin);
        var answers = await Task.WhenAll(Enumerable.Range(0, Parallel).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/accounts/{created.Value!.Id}/disable") { Content = JsonContent.Create(new { }) };
            request.Headers.Add("Idempotency-Key", "key-disable");
            using var answer = await api.SendAsync(request);
            return (int)answer.StatusCode;
        }));
        Assert.Equal([200], answers.Distinct());
        Assert.Equal(1, await world.ReadAsync(db => db.Set<LedgerEntry>().CountAsync(e => e.Kind == nameof(AccountDisabled))));
    }

    /// <summary>A digest of the input is kept; it must not be one that a stolen database lets guess passwords against.</summary>
    [WorldFact]
    public async Task The_digest_of_an_input_cannot_be_recomputed_without_the_key()
    {
        var input = new CreateAccount.Input { UserName = "digested", DisplayName = "摘要", Password = Person.Password, Role = LianMeng.Shared.Access.Role.Auditor };
        Assert.True((await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<CreateAccount>(), input, "key-digest")).IsDone);
        var plain = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(input, LianMeng.Shared.UseCases.Json.Options)));
        var kept = await world.ReadAsync(db => db.Set<Receipt>().Where(r => r.Key == "key-digest").Select(r => r.InputDigest).SingleAsync());
        Assert.Equal(64, kept.Length);
        Assert.NotEqual(plain, kept);
    }

    private static async Task<string> RegisterAsync(HttpClient api, string name, string key)
    {
        using var answer = await SendAsync(api, name, key);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient api, string name, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/organisations") { Content = JsonContent.Create(new { name }) };
        request.Headers.Add("Idempotency-Key", key);
        return await api.SendAsync(request);
    }
}
