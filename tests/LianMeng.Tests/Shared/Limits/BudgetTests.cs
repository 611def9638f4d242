using System.Net;
using System.Net.Http.Json;
using LianMeng.Shared.Access;
using LianMeng.Shared.Limits;
using LianMeng.Shared.Settings;
using LianMeng.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Shared.Limits;

public sealed class BudgetTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task Who_asks_too_often_is_told_so_and_others_are_not()
    {
        await SetAsync(Budget.Matches, 10);
        var (manager, secretary) = (await world.ApiAsync(world.Known.Manager), await world.ApiAsync(world.Known.Secretary));
        for (var i = 0; i < 10; i++) Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync("/api/match?text=铝锭")).StatusCode);

        using var refused = await manager.GetAsync("/api/match?text=铝锭");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Contains("每分钟最多 10 次", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // The page counts with the API, and says it in words.
        var page = await (await world.BrowserAsync(world.Known.Manager)).PageAsync("/match?text=铝锭", HttpStatusCode.TooManyRequests);
        Assert.Contains("每分钟最多 10 次", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync("/api/match?text=铝锭")).StatusCode);

        // Raised, it holds for the next request.
        await SetAsync(Budget.Matches, 1000);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync("/api/match?text=铝锭")).StatusCode);
    }

    [WorldFact]
    public async Task Uploads_and_exports_are_counted()
    {
        await SetAsync(Budget.Imports, 1);
        await SetAsync(Budget.Exports, 1);
        var secretary = await world.ApiAsync(world.Known.Secretary);
        var roster = System.Text.Encoding.UTF8.GetBytes("企业名称\n重庆某某有限公司\n");
        using (var first = await secretary.UploadAsync("/api/imports/enterprises", roster, "a.csv")) Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using (var second = await secretary.UploadAsync("/api/imports/enterprises", roster, "a.csv")) Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync("/api/organisations/export.xlsx")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await secretary.GetAsync("/api/listings/export.xlsx")).StatusCode);
    }

    [WorldFact]
    public void An_address_is_counted_before_anybody_signed_in()
    {
        using var budgets = new Budgets(world.Services.GetRequiredService<SettingValues>());
        var here = new ActorScope { Address = Budgets.AddressOf(IPAddress.Parse("2001:db8:1:2:3::4")) };
        var neighbour = new ActorScope { Address = Budgets.AddressOf(IPAddress.Parse("2001:db8:1:2:ffff::9")) };
        var elsewhere = new ActorScope { Address = Budgets.AddressOf(IPAddress.Parse("2001:db8:1:3::4")) };
        var two = Budget.SignIns with { Most = Budget.SignIns.Most with { Key = "Limits:Test", Default = 5 } };
        for (var i = 0; i < 5; i++) Assert.Null(budgets.Spend(two, i % 2 == 0 ? here : neighbour));
        Assert.NotNull(budgets.Spend(two, here));
        Assert.NotNull(budgets.Spend(two, neighbour));
        Assert.Null(budgets.Spend(two, elsewhere));
        Assert.Equal("10.0.0.1", Budgets.AddressOf(IPAddress.Parse("::ffff:10.0.0.1")));
    }

    private async Task SetAsync(Budget budget, int most)
    {
        var admin = await world.ApiAsync(world.Known.Admin);
        var rows = (await admin.GetFromJsonAsync<System.Text.Json.JsonElement>("/api/settings?pageSize=200")).GetProperty("items").EnumerateArray();
        var version = rows.Single(r => r.GetProperty("key").GetString() == budget.Most.Key).GetProperty("version");
        using var answer = await admin.PutAsJsonAsync("/api/settings", new { key = budget.Most.Key, value = most, version });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Settling.UntilAsync("the setting", () => Task.FromResult(world.Services.GetRequiredService<SettingValues>().Of(budget.Most) == most));
    }
}
