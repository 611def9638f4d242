using System.Net;
using LianMeng.Host;
using LianMeng.Tests.World;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Host;

public sealed class DrainTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_node_that_is_told_to_stop_says_so_and_goes_on_serving()
    {
        await using var node = world.StartSecond();
        using var client = node.CreateClient();
        await Settling.UntilAsync("the node is ready", async () => (await client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Shutdown:DrainSeconds", "2")]).Build();
        var stopping = new Drain(settings, node.Services.GetRequiredService<Readiness>()).StoppingAsync(default);
        using (var ready = await client.GetAsync("/health/ready"))
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "stopping"), (ready.StatusCode, await ready.Content.ReadAsStringAsync()));
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/sign-in")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        await stopping;
    }

    [SqliteFact]
    public async Task A_lock_that_a_killed_migration_left_is_cleared_at_the_start()
    {
        await world.WhileStoppedAsync(async () =>
        {
            await using var raw = await world.OpenRawAsync();
            await using var command = raw.CreateCommand();
            command.CommandText = "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')";
            await command.ExecuteNonQueryAsync();
        });
        // Three at once: each clears only while nobody migrates.
        var nodes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => world.StartSecond())));
        foreach (var node in nodes) await node.DisposeAsync();
        Assert.Equal(HttpStatusCode.OK, (await world.Anonymous().GetAsync("/sign-in")).StatusCode);
    }
}
