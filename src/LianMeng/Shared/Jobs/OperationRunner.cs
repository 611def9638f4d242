using LianMeng.Capabilities.Accounts;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Telemetry;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Jobs;

/// <summary>
/// Runs operations one after another: each on the one node that holds its lock. What nobody holds, because it was just started
/// (here, by another process) or because its node died, is taken up by whoever sees it first.
/// </summary>
public sealed class OperationRunner(TrustedScopes scopes, OperationQueue queue, NamedLocks locks, TimeProvider clock, Instruments instruments, ILogger<OperationRunner> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(3);
    private const int Batch = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = queue.Next;
            try
            {
                while (await TurnAsync(stoppingToken) > 0) { }
                await Task.WhenAny(next, Task.Delay(Poll, stoppingToken));
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(e, "Operations could not be run; it is tried again");
                await Task.Delay(Poll, stoppingToken);
            }
        }
    }

    /// <summary>Runs what waits and what a dead node left, unless another node is at it.</summary>
    /// <returns>how many this node ran</returns>
    internal async Task<int> TurnAsync(CancellationToken cancellation)
    {
        await using var scope = await scopes.OpenAsync(nameof(OperationRunner), DistrictIds.City, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var ran = 0;
        foreach (var id in await db.Set<Operation>().Where(o => o.State == OperationState.Waiting || o.State == OperationState.Running)
            .OrderBy(o => o.StartedAt).ThenBy(o => o.Id).Select(o => o.Id).Take(Batch).ToListAsync(cancellation))
        {
            await using var held = await locks.TryTakeAsync(db, $"operation:{id}", cancellation);
            if (held is null) continue;
            await RunSafelyAsync(id, cancellation);
            ran++;
        }

        return ran;
    }

    private async Task RunSafelyAsync(Guid id, CancellationToken cancellation)
    {
        try
        {
            await RunAsync(id, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            await BrokeAsync(id, e, cancellation);
        }
    }

    private async Task RunAsync(Guid id, CancellationToken cancellation)
    {
        // Null when another node finished it between the question and the lock.
        var operation = await MoveAsync(id, o => o.Run(), cancellation);
        if (operation is null) return;
        if (operation.Attempts > Operation.MostAttempts)
        {
            await MoveAsync(id, o => o.Fail($"处理了 {Operation.MostAttempts} 次都中途中断，已停止。内容没有保存；请把文件拆小后重试，或联系系统管理员。", Now), cancellation);
            return;
        }

        var actor = await ActorOfAsync(operation, cancellation);
        if (actor is null)
        {
            await MoveAsync(id, o => o.Fail("发起人的账号已停用，处理没有进行。", Now), cancellation);
            return;
        }

        using var measured = instruments.Operation(operation.UseCase, id);
        Outcome<string> outcome;
        try
        {
            outcome = await CarryOutAsync(operation, actor, cancellation);
            measured.Came(outcome.Kind.ToString());
        }
        catch (Exception e) when (measured.Broke(e) || !cancellation.IsCancellationRequested)
        {
            await BrokeAsync(id, e, cancellation);
            return;
        }

        await MoveAsync(id, o =>
        {
            if (outcome.IsDone) o.Finish(outcome.Value!, Now);
            else o.Fail(string.Join(" ", outcome.Errors.SelectMany(e => e.Value).DefaultIfEmpty(outcome.Message)), Now);
        }, cancellation);
    }

    private async Task<Outcome<string>> CarryOutAsync(Operation operation, Actor actor, CancellationToken cancellation)
    {
        await using var gauge = new GaugeWriter(scopes, operation.Id, operation.DistrictId, logger);
        await using var scope = scopes.OpenFor(actor);
        scope.ServiceProvider.GetRequiredService<OperationProgress>().Listener = gauge.Report;
        var type = Catalogue.UseCases.Single(t => t.Name == operation.UseCase);
        var command = (IJsonCommand)scope.ServiceProvider.GetRequiredService(type);
        return await command.RunJsonAsync(operation.Input, $"operation:{operation.Id}", cancellation);
    }

    private async Task BrokeAsync(Guid id, Exception e, CancellationToken cancellation)
    {
        logger.LogError(e, "Operation {Operation} broke", id);
        await MoveAsync(id, o => o.Fail("处理时系统出错，没有保存任何内容。请稍后重试；如再次出现，请联系系统管理员。", Now), cancellation);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<Actor?> ActorOfAsync(Operation operation, CancellationToken cancellation)
    {
        await using var scope = await scopes.OpenAsync(nameof(OperationRunner), DistrictIds.City, cancellation);
        return await scope.ServiceProvider.GetRequiredService<ActorLoader>().LoadForWorkAsync(operation.StartedBy, cancellation);
    }

    private async Task<Operation?> MoveAsync(Guid id, Action<Operation> move, CancellationToken cancellation)
    {
        Guid district;
        await using (var reading = await scopes.OpenAsync(nameof(OperationRunner), DistrictIds.City, cancellation))
        {
            district = await reading.ServiceProvider.GetRequiredService<AppDb>().Set<Operation>().Where(o => o.Id == id).Select(o => o.DistrictId).FirstOrDefaultAsync(cancellation);
        }

        await using var scope = await scopes.OpenAsync(nameof(OperationRunner), district, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var operation = await db.Set<Operation>().FirstOrDefaultAsync(o => o.Id == id, cancellation);
        if (operation is null || operation.IsFinished) return null;
        move(operation);
        if (operation.IsFinished && await db.Set<OperationGauge>().FirstOrDefaultAsync(g => g.Id == id, cancellation) is { } gauge) db.Remove(gauge);
        scope.ServiceProvider.GetRequiredService<FactBuffer>().Add(new OperationMoved(id, operation.State));
        await db.SaveChangesAsync(cancellation);
        return operation;
    }
}
