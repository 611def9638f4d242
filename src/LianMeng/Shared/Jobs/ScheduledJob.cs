namespace LianMeng.Shared.Jobs;

/// <summary>
/// A use case that runs by the clock, once for each district and due time, whatever the number of nodes. A capability
/// registers it with <see cref="JobServices.AddScheduledJob{T}"/>.
/// </summary>
public abstract class ScheduledJob
{
    public const int NameLimit = 40;

    /// <summary>Names it in runs and receipts, at most <see cref="NameLimit"/> characters; it never changes its meaning.</summary>
    public abstract string Name { get; }

    /// <summary>What the administrator reads.</summary>
    public abstract string Title { get; }

    /// <summary>When, as Quartz writes it (seconds first), on a clock in China.</summary>
    public abstract string Cron { get; }

    /// <summary>The command.</summary>
    public abstract Type UseCase { get; }

    /// <summary>The command's input for a due time (UTC); the same each time it is asked.</summary>
    public abstract object InputOf(DateTime due);
}
