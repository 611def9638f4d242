using System.Net;
using LianMeng.Tests.World;

namespace LianMeng.Tests.Host;

/// <summary>The world itself stands: one can sign in both ways.</summary>
public sealed class SignInTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_person_signs_in_through_the_form_and_sees_their_work()
    {
        using var browser = await world.BrowserAsync(world.Known.Secretary);
        var home = await browser.PageAsync("/");
        Assert.Contains("secretary-tl（测试）", home.Body!.TextContent);
    }

    [WorldFact]
    public async Task A_program_signs_in_with_a_token()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        Assert.Contains("secretary-tl", await api.GetStringAsync("/api/me"));
    }

    [WorldFact]
    public async Task The_chain_of_a_new_world_is_whole()
    {
        var report = await world.VerifyLedgerAsync();
        Assert.Empty(report.Problems);
        Assert.True(report.Entries > 20);
    }

    [WorldFact]
    public async Task A_wrong_password_is_refused_in_words()
    {
        using var client = world.Anonymous();
        var page = await client.PageAsync("/sign-in");
        using var answer = await client.SubmitAsync("/sign-in", page, "sign-in", new() { ["userName"] = "admin", ["password"] = "not it at all" });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("用户名或密码不对", (await answer.ReadPageAsync()).Body!.TextContent);
    }
}
