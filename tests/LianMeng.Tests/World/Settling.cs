using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.World;

/// <summary>Waiting for what the machine does by itself.</summary>
internal static class Settling
{
    /// <summary>Until no delivery and no run of a job is due: what failed and waits for its next attempt is not waited for.</summary>
    public static async Task SettleAsync(this IServiceProvider services)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        await UntilAsync("everything due is handled", async () =>
        {
            await using var scope = await services.GetRequiredService<TrustedScopes>().OpenConsoleAsync(DistrictIds.City, default);
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var now = clock.GetUtcNow().UtcDateTime;
            return !await db.Set<Delivery>().AnyAsync(d => d.DeadAt == null && d.NextAt <= now)
                && !await db.Set<JobRun>().AnyAsync(r => r.FinishedAt == null && r.DeadAt == null && r.NextAt <= now);
        });
    }

    public static async Task UntilAsync(string what, Func<Task<bool>> happened)
    {
        for (var waited = 0; waited < 600; waited++)
        {
            if (await happened()) return;
            await Task.Delay(25);
        }

        throw new TimeoutException($"Not in 15 s: {what}.");
    }
}
