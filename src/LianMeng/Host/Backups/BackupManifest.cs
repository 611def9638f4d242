namespace LianMeng.Host.Backups;

/// <summary>What a backup says of itself; its seal (<see cref="BackupKeys.Seal"/>) lies beside it.</summary>
public sealed record BackupManifest
{
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>Version of the program that wrote it.</summary>
    public required string Program { get; init; }

    public required string Provider { get; init; }
    public required DateTime StartedAt { get; init; }

    /// <summary>The moment of the database that the copy shows lies between the two.</summary>
    public required DateTime CopiedAt { get; init; }

    public required long LedgerSeq { get; init; }
    public required string LedgerHash { get; init; }

    /// <summary>Rows by table.</summary>
    public required SortedDictionary<string, long> Rows { get; init; }

    /// <summary>The keys that open it: id → mark, by which a wrong key of the same id is told. Never a key.</summary>
    public required SortedDictionary<string, string> Keys { get; init; }

    /// <summary>Everything else in the archive.</summary>
    public required IReadOnlyList<Entry> Entries { get; init; }

    /// <param name="Length">bytes</param>
    /// <param name="Sha256">hex</param>
    public sealed record Entry(string Name, long Length, string Sha256);
}
