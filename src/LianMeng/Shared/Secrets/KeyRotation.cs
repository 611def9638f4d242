using LianMeng.Capabilities.Districts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Secrets;

/// <summary>
/// Changes the keys of what is sealed at rest while the platform runs: a new key, everything sealed anew district by district,
/// and, separately and later, the old keys taken out. Interrupted, it is simply run again.
/// </summary>
public sealed class KeyRotation(TrustedScopes scopes, IEnumerable<Reseal> reseals)
{
    /// <param name="Title">what was sealed anew</param>
    public sealed record Sealed(string Title, int Count);

    /// <returns>the new key's id</returns>
    public async Task<string> AddKeyAsync(CancellationToken cancellation)
    {
        await using var scope = await scopes.OpenConsoleAsync(DistrictIds.City, cancellation);
        return (await scope.ServiceProvider.GetRequiredService<AddSecretKey>().RunAsync(new(), cancellation: cancellation)).Value!;
    }

    /// <summary>Seals everything that is under an older key anew.</summary>
    public async Task<IReadOnlyList<Sealed>> ResealAsync(Action<string, int>? progress, CancellationToken cancellation)
    {
        var done = new List<Sealed>();
        foreach (var reseal in reseals)
        {
            var count = 0;
            foreach (var district in await DistrictsAsync(cancellation))
            {
                while (await BatchAsync(district, reseal.Title, cancellation) is > 0 and var some) progress?.Invoke(reseal.Title, count += some);
            }

            done.Add(new(reseal.Title, count));
        }

        return done;
    }

    /// <summary>What an older key still seals, kind by kind; empty when the old keys may go.</summary>
    public async Task<IReadOnlyList<string>> LeftAsync(CancellationToken cancellation)
    {
        var left = new List<string>();
        foreach (var reseal in reseals)
        {
            foreach (var district in await DistrictsAsync(cancellation))
            {
                await using var scope = await scopes.OpenConsoleAsync(district, cancellation);
                if (await reseal.RunBatchAsync(scope.ServiceProvider, 1, cancellation) == 0) continue; // only looked at: nobody saves
                left.Add(reseal.Title);
                break;
            }
        }

        return left;
    }

    public async Task<IReadOnlyList<string>> RetireAsync(CancellationToken cancellation)
    {
        await using var scope = await scopes.OpenConsoleAsync(DistrictIds.City, cancellation);
        return (await scope.ServiceProvider.GetRequiredService<RetireSecretKeys>().RunAsync(new(), cancellation: cancellation)).Value!;
    }

    /// <summary>A row that somebody changed meanwhile is taken with the next batch.</summary>
    private async Task<int> BatchAsync(Guid district, string title, CancellationToken cancellation)
    {
        for (; ; )
        {
            await using var scope = await scopes.OpenConsoleAsync(district, cancellation);
            var outcome = await scope.ServiceProvider.GetRequiredService<ResealBatch>().RunAsync(new() { Title = title }, cancellation: cancellation);
            if (outcome.IsDone) return outcome.Value;
            if (outcome.Kind != OutcomeKind.Conflict) throw new InvalidOperationException(outcome.Message);
        }
    }

    private async Task<IReadOnlyList<Guid>> DistrictsAsync(CancellationToken cancellation)
    {
        await using var scope = await scopes.OpenConsoleAsync(DistrictIds.City, cancellation);
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<District>().OrderBy(d => d.Id).Select(d => d.Id).ToListAsync(cancellation);
    }
}
