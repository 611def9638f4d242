using LianMeng.Shared.Data;
using LianMeng.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Shared.Data;

/// <summary>Who asks for a lock that is held is told so at once, on this node and on another.</summary>
public sealed class NamedLocksTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_lock_is_held_by_one_and_free_again_when_it_is_let_go()
    {
        await using var other = world.StartSecond();
        var held = await TryAsync(world.Services, "one");
        Assert.NotNull(held);
        Assert.Null(await TryAsync(world.Services, "one"));
        Assert.Null(await TryAsync(other.Services, "one"));
        await using (var second = await TryAsync(world.Services, "two")) Assert.NotNull(second);
        await held.DisposeAsync();
        await using var again = await TryAsync(world.Services, "one");
        Assert.NotNull(again);
    }

    [WorldFact]
    public async Task A_node_that_goes_leaves_its_locks_to_the_other()
    {
        var other = world.StartSecond();
        await using (await TryAsync(world.Services, "mine"))
        {
            await world.App.DisposeAsync();
            await Settling.UntilAsync("the other node has it", async () =>
            {
                await using var taken = await TryAsync(other.Services, "theirs");
                return taken is not null;
            });
        }

        await other.DisposeAsync();
        await world.RestartAsync();
    }

    private static async Task<IAsyncDisposable?> TryAsync(IServiceProvider services, string name)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NamedLocks>().TryTakeAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), name, default);
    }
}
