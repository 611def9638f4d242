using LianMeng.Shared.Files;

namespace LianMeng.Capabilities.Nodes;

/// <summary>How large the storage folder is and how much room its disk has. The folder is walked once a minute at most.</summary>
public sealed class StorageReader(Storage storage, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private readonly Lock one = new();
    private (DateTimeOffset At, long Bytes, int Files) walked = (DateTimeOffset.MinValue, 0, 0);

    /// <param name="Bytes">of all files in the folder</param>
    /// <param name="FreeBytes">that this account may still write on the folder's disk</param>
    public sealed record Figures(long Bytes, int Files, long FreeBytes, long DiskBytes)
    {
        /// <summary>Below this share of the disk it is time to make room.</summary>
        public const double LowShare = 0.1;

        public bool IsLow => FreeBytes < DiskBytes * LowShare;
    }

    public Figures Read()
    {
        var (bytes, files) = Walk();
        var disk = new DriveInfo(storage.Root);
        return new(bytes, files, disk.AvailableFreeSpace, disk.TotalSize);
    }

    /// <summary>The bytes left when they are few, without a look at the folder.</summary>
    public long? FewLeft()
    {
        var disk = new DriveInfo(storage.Root);
        return disk.AvailableFreeSpace < disk.TotalSize * Figures.LowShare ? disk.AvailableFreeSpace : null;
    }

    private (long Bytes, int Files) Walk()
    {
        lock (one)
        {
            var now = clock.GetUtcNow();
            if (walked.At > now - Kept && walked.At <= now) return (walked.Bytes, walked.Files);
            var (bytes, files) = (0L, 0);
            var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
            foreach (var file in new DirectoryInfo(storage.Root).EnumerateFiles("*", options))
            {
                try
                {
                    bytes += file.Length;
                    files++;
                }
                catch (FileNotFoundException)
                {
                    // gone since it was listed
                }
            }

            walked = (now, bytes, files);
            return (bytes, files);
        }
    }
}
