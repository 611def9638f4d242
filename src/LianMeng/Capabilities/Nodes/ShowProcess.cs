using System.Runtime.InteropServices;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Telemetry;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Nodes;

/// <summary>How this node is doing, what waits in the whole installation, and which other nodes there are. Counts and the program's own names, no record.</summary>
public sealed class ShowProcess(UseCaseContext context, NodeIdentity node, QueueReader queues, StorageReader storage, Storage folder, TrustedScopes scopes, IConfiguration configuration)
    : Show<ShowProcess.Input, ShowProcess.View>(context)
{
    public sealed class Input;

    /// <param name="LastBackup">UTC; null when none is recorded</param>
    /// <param name="Telemetry">whether traces and metrics are sent anywhere</param>
    public sealed record View(
        ProcessFigures Process, DatabaseFigures Database, QueueReading Queues, int JobRunsRetrying, int OperationsFailed, IReadOnlyList<OperationLine> Operations,
        StorageReader.Figures Storage, DateTime? LastBackup, bool Telemetry, IReadOnlyList<NodeLine> Nodes);

    /// <param name="UptimeSeconds">since the process came up</param>
    /// <param name="WorkingSet">bytes of memory that the system counts for the process</param>
    /// <param name="ManagedBytes">of it, held by objects</param>
    /// <param name="MemoryLimit">bytes that the process may use</param>
    /// <param name="PausePercent">share of its life that the process stood still for the garbage collector</param>
    public sealed record ProcessFigures(
        string Node, string Version, DateTime StartedAt, double UptimeSeconds, string Framework, string OperatingSystem, int Processors,
        long WorkingSet, long ManagedBytes, long MemoryLimit, IReadOnlyList<int> Collections, double PausePercent, int Threads, long WorkItemsWaiting);

    /// <param name="UseCase">the program's own name of what is done</param>
    public sealed record OperationLine(Guid Id, string UseCase, OperationState State, DateTime StartedAt);

    /// <param name="IsThis">the node that answers</param>
    /// <param name="IsGone">silent for more than a minute</param>
    public sealed record NodeLine(Guid Id, string Name, string Version, DateTime StartedAt, DateTime BeatAt, bool IsThis, bool IsGone);

    public override Access Access => Access.Needs(NodesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var reading = await queues.ReadAsync(cancellation);
        // Operations belong to districts; here they are counted over all of them.
        await using var scope = await scopes.OpenAsync(nameof(ShowProcess), DistrictIds.City, cancellation);
        var all = scope.ServiceProvider.GetRequiredService<AppDb>();
        var yesterday = Now.AddDays(-1);
        var operations = all.Set<Operation>().AsNoTracking();
        return new(
            Figures(), await Db.FiguresAsync(cancellation), reading,
            await Db.Set<JobRun>().CountAsync(r => r.FinishedAt == null && r.DeadAt == null && r.Attempts > 0, cancellation),
            await operations.CountAsync(o => o.State == OperationState.Failed && o.FinishedAt > yesterday, cancellation),
            await operations.Where(o => o.State == OperationState.Waiting || o.State == OperationState.Running).OrderBy(o => o.StartedAt).Take(20)
                .Select(o => new OperationLine(o.Id, o.UseCase, o.State, o.StartedAt)).ToListAsync(cancellation),
            storage.Read(), BackupMark.Read(folder), OpenTelemetrySetup.IsOn(configuration), await NodesAsync(cancellation));
    }

    private async Task<IReadOnlyList<NodeLine>> NodesAsync(CancellationToken cancellation)
    {
        var now = Now;
        var beats = await Db.Set<NodeBeat>().AsNoTracking().OrderBy(b => b.Name).ThenBy(b => b.StartedAt).ToListAsync(cancellation);
        return [.. beats.Select(b => new NodeLine(b.Id, b.Name, b.ProgramVersion, b.StartedAt, b.BeatAt, b.Id == node.Id, b.Id != node.Id && b.IsGone(now)))];
    }

    private ProcessFigures Figures()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var memory = GC.GetGCMemoryInfo();
        return new(
            node.Name, NodeIdentity.Version, node.StartedAt, Math.Max(0, (Now - node.StartedAt).TotalSeconds), RuntimeInformation.FrameworkDescription,
            RuntimeInformation.OSDescription, Environment.ProcessorCount, process.WorkingSet64, GC.GetTotalMemory(forceFullCollection: false), memory.TotalAvailableMemoryBytes,
            [.. Enumerable.Range(0, GC.MaxGeneration + 1).Select(GC.CollectionCount)], memory.PauseTimePercentage, process.Threads.Count, ThreadPool.PendingWorkItemCount);
    }
}
