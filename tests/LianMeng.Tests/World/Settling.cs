using System.Diagnostics;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
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

    /// <summary>Runs a job's command. When the clock is put forward the program's own run may take the same rows at that moment: whoever lost asks again, and finds it done.</summary>
    public static async Task<Outcome<T>> BesideTheJobAsync<T>(Func<Task<Outcome<T>>> run)
    {
        for (var tries = 0; ; tries++)
        {
            var outcome = await run();
            if (outcome.Kind != OutcomeKind.Conflict || tries == 9) return outcome;
        }
    }

    public static async Task UntilAsync(string what, Func<Task<bool>> happened, int seconds = 30)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(seconds);)
        {
            if (await happened()) return;
            await Task.Delay(25);
        }

        throw new TimeoutException($"Not in {seconds} s: {what}.");
    }
}
