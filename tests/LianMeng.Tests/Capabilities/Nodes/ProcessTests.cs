using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Capabilities.Nodes;
using LianMeng.Shared.Access;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Nodes;

public sealed class ProcessTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task The_page_and_the_interface_say_how_the_node_is_doing()
    {
        await world.SettleAsync();
        using var api = await world.ApiAsync(world.Known.Admin);
        var head = await world.HeadAsync();
        var view = await api.GetFromJsonAsync<JsonElement>("/api/process");
        Assert.True(view.GetProperty("process").GetProperty("workingSet").GetInt64() > 10_000_000);
        Assert.StartsWith(TestDatabase.IsPostgres ? "PostgreSQL" : "SQLite", view.GetProperty("database").GetProperty("provider").GetString(), StringComparison.Ordinal);
        Assert.True(view.GetProperty("database").GetProperty("bytes").GetInt64() > 100_000);
        Assert.Equal(TestDatabase.IsPostgres, view.GetProperty("database").GetProperty("connections").ValueKind == JsonValueKind.Number);
        Assert.True(view.GetProperty("queues").GetProperty("ledgerHead").GetInt64() >= head);
        Assert.True(view.GetProperty("storage").GetProperty("files").GetInt32() > 0);
        Assert.False(view.GetProperty("telemetry").GetBoolean());
        var follower = Assert.Single(view.GetProperty("queues").GetProperty("followers").EnumerateArray(), f => f.GetProperty("name").GetString() == "MatchingFollower");
        Assert.True(follower.GetProperty("sizes").EnumerateArray().All(s => s.GetProperty("count").GetInt64() > 0));

        using var browser = await world.BrowserAsync(world.Known.Admin);
        var page = await browser.PageAsync("/process");
        Assert.Contains("没有备份记录", page.Body!.TextContent, StringComparison.Ordinal);
        LianMeng.Shared.Files.BackupMark.Write(world.Services.GetRequiredService<LianMeng.Shared.Files.Storage>(), new DateTime(2026, 11, 22, 1, 30, 0, DateTimeKind.Utc));
        Assert.Contains("2026年11月22日 09:30", (await browser.PageAsync("/process")).Body!.TextContent, StringComparison.Ordinal);
        // Every number opens its records.
        var links = page.QuerySelectorAll(".lm-figure-link").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(6, links.Count);
        foreach (var link in links) await browser.PageAsync(link);
    }

    [WorldFact]
    public async Task Only_the_administrator_sees_it()
    {
        foreach (var person in world.Known.OwnPeople.Where(p => p.Role != Role.SystemAdministrator))
        {
            using var api = await world.ApiAsync(person);
            using var answer = await api.GetAsync("/api/process");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [WorldFact]
    public async Task A_node_that_stops_goes_and_one_that_dies_is_shown_as_gone_and_forgotten_after_a_day()
    {
        await Settling.UntilAsync("this node alone has said that it is there", async () => await NodesAsync() is [{ IsThis: true }]);
        var second = world.StartSecond();
        await Settling.UntilAsync("the second node is there", async () => (await NodesAsync()).Count == 2);
        await second.DisposeAsync();
        Assert.Single(await NodesAsync());

        await PlantAsync();
        Assert.DoesNotContain(await NodesAsync(), n => n.IsGone);
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(Assert.Single(await NodesAsync(), n => !n.IsThis).IsGone);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await HeartAsync().BeatAsync(default);
        Assert.True(Assert.Single(await NodesAsync()).IsThis);
    }

    private NodeHeart HeartAsync() => world.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<NodeHeart>().Single();

    /// <summary>A node that beats once and never again.</summary>
    private async Task PlantAsync()
    {
        await using var scope = await world.Services.GetRequiredService<LianMeng.Shared.Jobs.TrustedScopes>().OpenConsoleAsync(DistrictIds.City, default);
        var db = scope.ServiceProvider.GetRequiredService<LianMeng.Shared.Data.AppDb>();
        var configuration = new Microsoft.Extensions.Configuration.ConfigurationManager { ["Node:Name"] = "died" };
        db.Add(NodeBeat.Of(new(configuration, world.Clock), world.Clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<ShowProcess.NodeLine>> NodesAsync()
    {
        var outcome = await world.AsAsync(await world.ActorAsync(world.Known.Admin), services => services.GetRequiredService<ShowProcess>().RunAsync(new()));
        return outcome.Value!.Nodes;
    }
}
