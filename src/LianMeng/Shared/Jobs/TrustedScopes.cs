using LianMeng.Capabilities.Districts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Jobs;

/// <summary>Dependency scopes for work that no person's request carries: followers, scheduled jobs, console verbs.</summary>
public sealed class TrustedScopes(IServiceScopeFactory scopes)
{
    /// <summary>A scope whose actor is a job that reads every district and writes to one.</summary>
    public async Task<AsyncServiceScope> OpenAsync(string job, Guid writeDistrict, CancellationToken cancellation)
    {
        var districts = await DistrictsAsync(cancellation);
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorScope>().Set(Actor.Job(job, districts, writeDistrict));
        return scope;
    }

    /// <summary>A scope for somebody at the machine's console.</summary>
    public async Task<AsyncServiceScope> OpenConsoleAsync(Guid writeDistrict, CancellationToken cancellation)
    {
        var districts = await DistrictsAsync(cancellation);
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorScope>().Set(Actor.Console(districts, writeDistrict));
        return scope;
    }

    /// <summary>A scope that goes on with what a person started: their rights as they are now.</summary>
    public AsyncServiceScope OpenFor(Actor actor)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorScope>().Set(actor);
        return scope;
    }

    /// <summary>Has the ledger gone beyond this number? One row by its key: what a follower's poll costs when nothing happened.</summary>
    public async Task<bool> MovedAsync(long seen, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<LedgerHead>().AnyAsync(h => h.Seq > seen, cancellation);
    }

    private async Task<Guid[]> DistrictsAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<District>().Select(d => d.Id).ToArrayAsync(cancellation);
    }
}
