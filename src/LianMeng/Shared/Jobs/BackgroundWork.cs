using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;

namespace LianMeng.Shared.Jobs;

/// <summary>
/// Something the machine still has to do: tried, tried again later when it failed, given up after <see cref="MostAttempts"/>
/// attempts until an administrator says what shall become of it.
/// </summary>
public abstract class BackgroundWork : ICityWide, IBookkeeping
{
    public const int MostAttempts = 8;
    public const int ErrorLimit = 300;

    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)];

    public Guid Id { get; private protected set; }

    /// <summary>The district of the fact, or the one that the run is for.</summary>
    public Guid DistrictId { get; private protected set; }

    public int Attempts { get; private set; }

    /// <summary>Not before (UTC).</summary>
    public DateTime NextAt { get; private protected set; }

    /// <summary>Why the last attempt failed, in words for an administrator.</summary>
    public string? Error { get; private set; }

    /// <summary>Given up since (UTC).</summary>
    public DateTime? DeadAt { get; private set; }

    public void Fail(string why, DateTime now)
    {
        Attempts++;
        Error = why.Length <= ErrorLimit ? why : why[..ErrorLimit];
        if (Attempts >= MostAttempts) Kill(now);
        else NextAt = now + Waits[Math.Min(Attempts, Waits.Length) - 1];
    }

    private protected void Kill(DateTime now) => DeadAt ??= now;

    /// <summary>Starts afresh: eight more attempts, the first at once.</summary>
    public void Retry(DateTime now)
    {
        Attempts = 0;
        DeadAt = null;
        NextAt = now;
    }
}
