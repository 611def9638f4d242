namespace LianMeng.Shared.Jobs;

/// <summary>A scheduled job at one due time for one district; that there is only one such row makes it happen once.</summary>
public sealed class JobRun : BackgroundWork
{
    private JobRun() { }

    public string Job { get; private set; } = "";

    /// <summary>The instant for which it was due (UTC, whole seconds).</summary>
    public DateTime Due { get; private set; }

    /// <summary>When the last attempt began; one without an end belongs to a node that works on it, or died.</summary>
    public DateTime? StartedAt { get; private set; }

    public DateTime? FinishedAt { get; private set; }

    public static JobRun Of(string job, DateTime due, Guid districtId, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        Job = job,
        Due = due,
        DistrictId = districtId,
        NextAt = now,
    };

    public void Start(DateTime now) => StartedAt = now;

    public void Finish(DateTime now) => FinishedAt = now;

    /// <summary>An administrator gives it up for good. The row stays, else it would be due again.</summary>
    public void Discard(DateTime now)
    {
        Kill(now);
        Finish(now);
    }
}
