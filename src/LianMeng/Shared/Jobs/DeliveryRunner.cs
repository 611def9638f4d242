using System.Text.Json;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Telemetry;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Jobs;

/// <summary>
/// Answers facts, in the order of the ledger, on one node at a time. Every command that follows leaves a receipt in its own
/// save; only then does the delivery go. A crash anywhere in between repeats the planning and nothing else.
/// </summary>
public sealed class DeliveryRunner(TrustedScopes scopes, NamedLocks locks, LedgerSignal signal, LedgerChain chain, IEnumerable<Reaction> reactions, TimeProvider clock, Instruments instruments, ILogger<DeliveryRunner> logger)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    // After each turn it rests: a burst of saves is answered in batches instead of each being asked about.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);
    private const int Batch = 100;
    private readonly Dictionary<string, Reaction> byName = reactions.ToDictionary(r => r.Name, StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                while (await TurnAsync(stoppingToken) > 0) await Task.Delay(Rest, stoppingToken);
                await Task.WhenAny(next, Task.Delay(Poll, stoppingToken));
                await Task.Delay(Rest, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(e, "Deliveries could not be handled; it is tried again");
                await Task.Delay(Poll, stoppingToken);
            }
        }
    }

    /// <summary>Handles what is due, if no other node is at it.</summary>
    /// <returns>how many were tried</returns>
    internal async Task<int> TurnAsync(CancellationToken cancellation)
    {
        await using var scope = await scopes.OpenAsync(nameof(DeliveryRunner), DistrictIds.City, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (!await Due(db).AnyAsync(cancellation)) return 0;
        await using var held = await locks.TryTakeAsync(db, "deliveries", cancellation);
        if (held is null) return 0;
        var due = await Due(db).AsNoTracking().OrderBy(d => d.Seq).ThenBy(d => d.Id).Take(Batch).ToListAsync(cancellation);
        foreach (var delivery in due) await HandleAsync(delivery, cancellation);
        return due.Count;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private IQueryable<Delivery> Due(AppDb db)
    {
        var now = Now;
        return db.Set<Delivery>().Where(d => d.DeadAt == null && d.NextAt <= now);
    }

    private async Task HandleAsync(Delivery delivery, CancellationToken cancellation)
    {
        using var measured = instruments.Delivery(delivery.Reaction, delivery.Seq);
        string? problem;
        try
        {
            problem = await ReactAsync(delivery, cancellation);
            measured.Came(problem is null ? "Done" : "Failed");
        }
        catch (Exception e) when (measured.Broke(e) || !cancellation.IsCancellationRequested)
        {
            logger.LogError(e, "Delivery {Reaction} {Seq} broke", delivery.Reaction, delivery.Seq);
            // What an exception says may quote a record; the log has it, the row has its kind.
            problem = $"系统出错（{e.GetType().Name}），详情见日志。";
        }

        await MarkAsync(delivery.Id, problem, cancellation);
    }

    /// <returns>why it is not done, or null</returns>
    private async Task<string?> ReactAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (!byName.TryGetValue(delivery.Reaction, out var reaction)) return "本程序没有这种处理，可能正在升级，或它已被取消。";
        IReadOnlyList<ReactionWork> works;
        await using (var planning = await scopes.OpenAsync(reaction.Name, DistrictIds.City, cancellation))
        {
            var entry = await planning.ServiceProvider.GetRequiredService<AppDb>().Set<LedgerEntry>().AsNoTracking().SingleOrDefaultAsync(e => e.Seq == delivery.Seq, cancellation);
            if (entry is null) return "账本中没有这一条。";
            if (entry.Json is null) return null; // erased: nobody is to be told of it any more
            if (FactCatalogue.Read(entry.Kind, entry.Json) is not { } fact) return "本程序不认识这种事项，可能正在升级。";
            works = await reaction.PlanAsync(fact, entry, planning.ServiceProvider, cancellation);
        }

        // One that fails does not keep the others waiting: each is done once, whenever its turn comes.
        var problems = new List<string>();
        foreach (var work in works)
        {
            if (await DoAsync(delivery, work, cancellation) is { } problem) problems.Add(problem);
        }

        return problems.Count == 0 ? null : $"{problems.Count} / {works.Count} 项没有完成：{problems[0]}";
    }

    private async Task<string?> DoAsync(Delivery delivery, ReactionWork work, CancellationToken cancellation)
    {
        var input = JsonSerializer.Serialize(work.Input, work.Input.GetType(), Json.Options);
        // Named by what is to be done and not by its place in the plan: a plan made again may be longer or in another order.
        var what = chain.Seal($"{work.UseCase.Name} {work.WriteDistrict} {input}")[..16];
        await using var scope = await scopes.OpenAsync(delivery.Reaction, work.WriteDistrict, cancellation);
        var command = (IJsonCommand)scope.ServiceProvider.GetRequiredService(work.UseCase);
        var outcome = await command.RunJsonAsync(input, $"delivery:{delivery.Reaction}:{delivery.Seq}:{what}", cancellation);
        return outcome.IsDone ? null : JobWords.Of(outcome);
    }

    private async Task MarkAsync(Guid id, string? problem, CancellationToken cancellation)
    {
        await using var scope = await scopes.OpenAsync(nameof(DeliveryRunner), DistrictIds.City, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (await db.Set<Delivery>().FirstOrDefaultAsync(d => d.Id == id, cancellation) is not { } delivery) return; // discarded meanwhile
        if (problem is null) db.Remove(delivery);
        else delivery.Fail(problem, Now);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // discarded in this very moment
        }
    }
}
