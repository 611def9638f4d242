using LianMeng.Capabilities.Accounts;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Jobs;

/// <summary>Runs operations one after another. At start it takes up what a crash left unfinished.</summary>
public sealed class OperationRunner(TrustedScopes scopes, OperationQueue queue, TimeProvider clock, ILogger<OperationRunner> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using (var scope = await scopes.OpenAsync(nameof(OperationRunner), DistrictIds.City, stoppingToken))
            {
                var db = scope.ServiceProvider.GetRequiredService<AppDb>();
                foreach (var id in await db.Set<Operation>().Where(o => o.State == OperationState.Waiting || o.State == OperationState.Running)
                    .OrderBy(o => o.StartedAt).Select(o => o.Id).ToListAsync(stoppingToken))
                    queue.Enqueue(id);
            }

            await foreach (var id in queue.ReadAllAsync(stoppingToken)) await RunSafelyAsync(id, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // the program stops; what is unfinished is taken up at the next start
        }
    }

    private async Task RunSafelyAsync(Guid id, CancellationToken cancellation)
    {
        try
        {
            await RunAsync(id, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "Operation {Operation} broke", id);
            await MoveAsync(id, o => o.Fail("处理时系统出错，没有保存任何内容。请稍后重试；如再次出现，请联系系统管理员。", Now), cancellation);
        }
        finally
        {
            queue.Finished(id);
        }
    }

    private async Task RunAsync(Guid id, CancellationToken cancellation)
    {
        var operation = await MoveAsync(id, o => o.Run(), cancellation);
        if (operation is null) return;

        var actor = await ActorOfAsync(operation, cancellation);
        if (actor is null)
        {
            await MoveAsync(id, o => o.Fail("发起人的账号已停用，处理没有进行。", Now), cancellation);
            return;
        }

        Outcome<string> outcome;
        await using (var scope = scopes.OpenFor(actor))
        {
            scope.ServiceProvider.GetRequiredService<OperationProgress>().Listener = (done, total, stage) => queue.Report(id, done, total, stage);
            var type = Catalogue.UseCases.Single(t => t.Name == operation.UseCase);
            var command = (IJsonCommand)scope.ServiceProvider.GetRequiredService(type);
            outcome = await command.RunJsonAsync(operation.Input, $"operation:{id}", cancellation);
        }

        await MoveAsync(id, o =>
        {
            if (outcome.IsDone) o.Finish(outcome.Value!, Now);
            else o.Fail(string.Join(" ", outcome.Errors.SelectMany(e => e.Value).DefaultIfEmpty(outcome.Message)), Now);
        }, cancellation);
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
        scope.ServiceProvider.GetRequiredService<FactBuffer>().Add(new OperationMoved(id, operation.State));
        await db.SaveChangesAsync(cancellation);
        return operation;
    }
}
