namespace LianMeng.Shared.Telemetry;

/// <summary>What waits at one instant. Counts only: whose work it is, is not told.</summary>
/// <param name="At">of the reading (UTC)</param>
/// <param name="LedgerHead">the number of the last fact</param>
/// <param name="DeliveriesWaiting">not given up</param>
/// <param name="OldestDelivery">when the first fact of those that wait was stated (UTC); null when none waits</param>
/// <param name="JobRunsWaiting">noted and not finished, not given up</param>
/// <param name="Followers">of this node</param>
public sealed record QueueReading(
    DateTime At, long LedgerHead, int DeliveriesWaiting, int DeliveriesDead, DateTime? OldestDelivery,
    int JobRunsWaiting, int JobRunsDead, int OperationsWaiting, int OperationsRunning, IReadOnlyList<FollowerReading> Followers)
{
    /// <summary>How long the first of the waiting deliveries has waited.</summary>
    public TimeSpan OldestAge => OldestDelivery is { } since && since < At ? At - since : TimeSpan.Zero;
}
