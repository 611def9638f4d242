namespace LianMeng.Shared.Files;

/// <summary>
/// Kept between those who remove files and those who copy them all. It is a file beside them: whoever sees the files sees the
/// lock, also another process or node. The system lets go of it when the process dies.
/// </summary>
public sealed class SweepLock(Storage storage)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    /// <summary>For the sweeper: several may sweep at a time, none while a backup runs.</summary>
    /// <returns>null while a backup runs</returns>
    public IDisposable? TrySweep() => TryOpen(FileAccess.Read, FileShare.Read);

    /// <summary>For a backup: nothing is removed until it is given back.</summary>
    /// <returns>null when another backup, or a sweep, does not end within the time</returns>
    public async Task<IDisposable?> KeepAllAsync(TimeSpan patience, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ; waited += Step)
        {
            if (TryOpen(FileAccess.ReadWrite, FileShare.None) is { } held) return held;
            if (waited >= patience) return null;
            await Task.Delay(Step, cancellation);
        }
    }

    private FileStream? TryOpen(FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(storage.PathOf("files.lock"), FileMode.OpenOrCreate, access, share);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
