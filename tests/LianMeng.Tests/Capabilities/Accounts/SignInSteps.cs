using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Accounts;
using LianMeng.Shared.Access;
using LianMeng.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Accounts;

/// <summary>What the tests of signing in do again and again.</summary>
internal static class SignInSteps
{
    public static async Task<Person> NewPersonAsync(this TestWorld world, string userName, Role role = Role.DistrictOfficer)
    {
        var created = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<CreateAccount>(),
            new() { UserName = userName, DisplayName = userName, Password = Person.Password, Role = role, DistrictId = world.Known.Tongliang });
        Assert.True(created.IsDone, created.Message);
        return new(userName, role, created.Value!.Id);
    }

    /// <summary>Puts an authenticator to somebody's account, as a person does with the app.</summary>
    public static async Task<(byte[] Secret, IReadOnlyList<string> Codes)> AddSecondFactorAsync(this TestWorld world, HttpClient api)
    {
        var proposed = await api.GetFromJsonAsync<JsonElement>("/api/me/second-factor/new");
        var secret = Base32.Decode(proposed.GetProperty("secret").GetString()!.Replace(" ", "", StringComparison.Ordinal));
        using var answer = await api.PostAsJsonAsync("/api/me/second-factor", new { setup = proposed.GetProperty("setup").GetString(), code = world.CodeOf(secret) });
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (secret, [.. made.GetProperty("codes").EnumerateArray().Select(c => c.GetString()!)]);
    }

    public static string CodeOf(this TestWorld world, byte[] secret, int stepsAhead = 0) => Totp.Code(secret, Totp.StepAt(world.Clock.GetUtcNow().UtcDateTime) + stepsAhead);

    public static async Task<(HttpStatusCode Status, string Body)> LoginAsync(this HttpClient client, Person person, string? code = null, string password = Person.Password)
    {
        using var answer = await client.PostAsJsonAsync("/api/login", new { userName = person.UserName, password, code });
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public static async Task<(HttpStatusCode Status, string Body)> SendAsync(this HttpClient api, string address, object? body = null)
    {
        using var answer = await api.PostAsJsonAsync(address, body ?? new { });
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
