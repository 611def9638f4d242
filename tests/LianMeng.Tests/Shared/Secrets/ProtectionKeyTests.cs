using LianMeng.Shared.Secrets;
using LianMeng.Tests.World;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Shared.Secrets;

/// <summary>Keys of cookies and tokens: in the database, sealed, one for all nodes.</summary>
public sealed class ProtectionKeyTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task Nodes_that_start_together_have_one_key_and_read_each_other()
    {
        await world.WhileStoppedAsync(async () =>
        {
            await using var connection = await world.OpenRawAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM \"ProtectionKey\"";
            await command.ExecuteNonQueryAsync();
        });
        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => world.StartSecond())));
        Assert.Equal(1, await world.ReadAsync(db => db.Set<ProtectionKey>().CountAsync()));
        var text = Protector(world.Services).Protect("登录");
        foreach (var node in nodes)
        {
            Assert.Equal("登录", Protector(node.Services).Unprotect(text));
            Assert.Equal("登录", Protector(world.Services).Unprotect(Protector(node.Services).Protect("登录")));
            await node.DisposeAsync();
        }

        var xml = await world.ReadAsync(db => db.Set<ProtectionKey>().Select(k => k.Xml).SingleAsync());
        Assert.StartsWith("1.", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", xml, StringComparison.OrdinalIgnoreCase);
    }

    [WorldFact]
    public async Task The_next_key_is_there_two_weeks_before_it_is_needed_and_only_once()
    {
        async Task<bool> MakeAsync()
            => await world.AsAsync(LianMeng.Shared.Access.Actor.Console([LianMeng.Shared.Access.DistrictIds.City], LianMeng.Shared.Access.DistrictIds.City),
                async services => (await services.GetRequiredService<MakeProtectionKey>().RunAsync(new())).Value);
        var count = await world.ReadAsync(db => db.Set<ProtectionKey>().CountAsync());
        Assert.False(await MakeAsync());
        world.Clock.Advance(MakeProtectionKey.Life - MakeProtectionKey.Ahead + TimeSpan.FromHours(1));
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => MakeAsync()));
        Assert.Equal(1, made.Count(m => m));
        var keys = await world.ReadAsync(db => db.Set<ProtectionKey>().OrderBy(k => k.Number).ToListAsync());
        Assert.Equal(count + 1, keys.Count);
        Assert.Equal(keys[^2].Expires, keys[^1].ActiveFrom);
    }

    private static IDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
