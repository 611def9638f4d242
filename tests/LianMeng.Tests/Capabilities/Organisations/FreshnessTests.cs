using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Notices;
using LianMeng.Capabilities.Organisations;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Tests.Capabilities.Organisations;

/// <summary>Data grows old, is confirmed in one click and asked after once a fortnight at most; and a newcomer sees at once who makes what it buys.</summary>
public sealed class FreshnessTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task What_is_old_is_listed_asked_after_once_and_confirmed_in_one_click()
    {
        world.Clock.Advance(TimeSpan.FromDays(200));
        using var secretary = await world.ApiAsync(world.Known.Secretary);
        using var manager = await world.ApiAsync(world.Known.Manager);
        async Task<int> StaleAsync() => (await secretary.GetFromJsonAsync<JsonElement>("/api/organisations/freshness?stale=true")).GetProperty("total").GetInt32();
        async Task<JsonElement> RemindAsync()
        {
            using var answer = await secretary.PostAsJsonAsync("/api/organisations/freshness/remind", new { ids = new[] { world.Known.Firm.ToString(), world.Known.Neighbour.ToString() } });
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }

        var stale = await StaleAsync();
        Assert.True(stale >= 3);
        Assert.Contains("较旧", await (await world.BrowserAsync(world.Known.Secretary)).GetStringAsync("/organisations/freshness"), StringComparison.Ordinal);
        Assert.Equal((1, 1, 0, 1), CountsOf(await RemindAsync()));
        Assert.Equal((0, 0, 1, 1), CountsOf(await RemindAsync()));
        Assert.Equal(1, await world.ReadAsync(db => db.Set<Notice>().CountAsync(n => n.UserId == world.Known.Manager.Id && n.SubjectId == world.Known.Firm && n.Text.Contains("不作强制要求"))));

        using (var foreign = await manager.PostAsJsonAsync($"/api/organisations/{world.Known.Neighbour}/confirm", new { })) Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        var browser = await world.BrowserAsync(world.Known.Manager);
        var address = $"/organisations/{world.Known.Firm}";
        var page = await browser.PageAsync(address);
        Assert.Contains("有些资料较旧", page.Body!.TextContent, StringComparison.Ordinal);
        using (var confirmed = await browser.SubmitAsync(address, page, "confirm")) Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Equal(stale - 1, await StaleAsync());
        Assert.DoesNotContain("有些资料较旧", await browser.GetStringAsync(address), StringComparison.Ordinal);
        var view = await secretary.GetFromJsonAsync<JsonElement>($"/api/organisations/{world.Known.Firm}");
        Assert.False(view.GetProperty("isStale").GetBoolean());
        Assert.Equal("manager-tl（测试）", view.GetProperty("confirmedBy").GetString());
    }

    [WorldFact]
    public async Task A_newcomer_sees_who_makes_each_line_and_keeps_the_lines_as_its_purchases()
    {
        using var manager = await world.ApiAsync(world.Known.Manager);
        var text = "铝合金压铸件\n火星岩石";
        var view = await manager.GetFromJsonAsync<JsonElement>($"/api/match/newcomer?text={Uri.EscapeDataString(text)}");
        var lines = view.GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal(world.Known.Neighbour, lines[0].GetProperty("makers")[0].GetProperty("organisationId").GetGuid());
        Assert.NotEmpty(lines[0].GetProperty("makers")[0].GetProperty("reasons").EnumerateArray());
        Assert.Empty(lines[1].GetProperty("makers").EnumerateArray());
        using (var foreign = await manager.PostAsJsonAsync("/api/match/newcomer/purchases", new { organisationId = world.Known.Neighbour, text })) Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        foreach (var added in new[] { 2, 0 })
        {
            using var kept = await manager.PostAsJsonAsync("/api/match/newcomer/purchases", new { organisationId = world.Known.Firm, text });
            Assert.Equal(added, (await kept.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("added").GetInt32());
        }

        Assert.Equal(1, await world.ReadAsync(db => db.Set<OrganisationProduct>().CountAsync(p => p.OrganisationId == world.Known.Firm && p.Role == ProductRole.Buys && p.Name == "火星岩石")));
        Assert.Contains("本地有企业能供应", await (await world.BrowserAsync(world.Known.Manager)).GetStringAsync($"/organisations/newcomer?text={Uri.EscapeDataString(text)}"), StringComparison.Ordinal);
    }

    private static (int Firms, int People, int Recent, int Nobody) CountsOf(JsonElement result)
        => (result.GetProperty("firms").GetInt32(), result.GetProperty("people").GetInt32(), result.GetProperty("recent").GetInt32(), result.GetProperty("nobody").GetInt32());
}
