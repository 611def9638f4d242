using System.Globalization;
using System.Text.Json;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Telemetry;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Jobs;

/// <summary>
/// Runs scheduled jobs once per cluster. Every node looks at the clock every two seconds; a due time becomes a row for each
/// district, and a unique index lets only one node make it. Any node takes up a row that nobody works on: one just made, one
/// that failed and waits, one whose node died. What was due while no node ran is found by the first look: the last due time
/// of each job, not every one.
/// </summary>
public sealed class JobRunner(TrustedScopes scopes, NamedLocks locks, LedgerSignal signal, IEnumerable<ScheduledJob> jobs, TimeProvider clock, Instruments instruments, ILogger<JobRunner> logger)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);
    private const int Batch = 100;
    private readonly Dictionary<string, ScheduledJob> byName = jobs.ToDictionary(j => j.Name, StringComparer.Ordinal);

    private readonly Dictionary<string, DateTime> noted = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (byName.Count > 0 && !stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                await LookAtTheClockAsync(stoppingToken);
                while (await TurnAsync(stoppingToken) > 0) await Task.Delay(Rest, stoppingToken);
                await Task.WhenAny(next, Task.Delay(Poll, stoppingToken));
                await Task.Delay(Rest, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(e, "Scheduled jobs could not be run; it is tried again");
                await Task.Delay(Poll, stoppingToken);
            }
        }
    }

    /// <summary>A job's time has come: notes the runs, if no other node was faster, and wakes this node.</summary>
    public async Task FireAsync(string job, DateTime due, CancellationToken cancellation)
    {
        await NoteAsync(byName[job], due, cancellation);
        signal.Raise();
    }

    private async Task LookAtTheClockAsync(CancellationToken cancellation)
    {
        foreach (var job in byName.Values)
        {
            if (ChinaCron.LastDue(job.Cron, Now) is not { } due || noted.GetValueOrDefault(job.Name) == due) continue;
            await NoteAsync(job, due, cancellation);
            noted[job.Name] = due;
        }
    }

    /// <summary>Runs what is due and what nobody works on.</summary>
    /// <returns>how many were tried by this node</returns>
    internal async Task<int> TurnAsync(CancellationToken cancellation)
    {
        await using var scope = await scopes.OpenAsync(nameof(JobRunner), DistrictIds.City, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = Now;
        var tried = 0;
        foreach (var id in await db.Set<JobRun>().Where(r => r.FinishedAt == null && r.DeadAt == null && r.NextAt <= now)
            .OrderBy(r => r.NextAt).ThenBy(r => r.Id).Select(r => r.Id).Take(Batch).ToListAsync(cancellation))
        {
            await using var held = await locks.TryTakeAsync(db, $"job:{id}", cancellation);
            if (held is not null && await RunAsync(id, cancellation)) tried++;
        }

        return tried;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task NoteAsync(ScheduledJob job, DateTime due, CancellationToken cancellation)
    {
        await using var scope = await scopes.OpenAsync(nameof(JobRunner), DistrictIds.City, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        due = WholeSeconds(due);
        // Two nodes that write the same rows, each in an order of its own, would wait for each other for ever.
        await using var held = await locks.TakeAsync(db, $"due:{job.Name}", cancellation);
        if (await db.Set<JobRun>().AnyAsync(r => r.Job == job.Name && r.Due == due, cancellation)) return;
        foreach (var district in await db.Set<District>().Select(d => d.Id).ToListAsync(cancellation)) db.Add(JobRun.Of(job.Name, due, district, Now));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.IsUniqueViolation(e))
        {
            // another node was faster
        }
    }

    /// <summary>Whole seconds: the row's due time and the receipt's key must say the same on both databases.</summary>
    internal static DateTime WholeSeconds(DateTime instant) => new(instant.Ticks - instant.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    private async Task<bool> RunAsync(Guid id, CancellationToken cancellation)
    {
        await using var scope = await scopes.OpenAsync(nameof(JobRunner), DistrictIds.City, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        // Read again under the lock: another node may just have finished it.
        var run = await db.Set<JobRun>().FirstOrDefaultAsync(r => r.Id == id, cancellation);
        if (run is null or { FinishedAt: not null } or { DeadAt: not null } || run.NextAt > Now) return false;
        run.Start(Now);
        await db.SaveChangesAsync(cancellation);

        using var measured = instruments.Job(run.Job);
        string? problem;
        try
        {
            problem = await DoAsync(run, cancellation);
            measured.Came(problem is null ? "Done" : "Failed");
        }
        catch (Exception e) when (measured.Broke(e) || !cancellation.IsCancellationRequested)
        {
            logger.LogError(e, "Job {Job} of {Due} broke", run.Job, run.Due);
            problem = $"系统出错（{e.GetType().Name}），详情见日志。";
        }

        if (problem is null) run.Finish(Now);
        else run.Fail(problem, Now);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // discarded in this very moment
        }

        return true;
    }

    private async Task<string?> DoAsync(JobRun run, CancellationToken cancellation)
    {
        if (!byName.TryGetValue(run.Job, out var job)) return "本程序没有这项定时任务，可能正在升级，或它已被取消。";
        await using var scope = await scopes.OpenAsync(job.Name, run.DistrictId, cancellation);
        var command = (IJsonCommand)scope.ServiceProvider.GetRequiredService(job.UseCase);
        var input = job.InputOf(run.Due);
        var key = $"job:{job.Name}:{run.Due.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}:{run.DistrictId:N}";
        var outcome = await command.RunJsonAsync(JsonSerializer.Serialize(input, input.GetType(), Json.Options), key, cancellation);
        return outcome.IsDone ? null : JobWords.Of(outcome);
    }
}
