using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using LianMeng.Shared.UseCases;

namespace LianMeng.Host.Backups;

/// <summary>The archive: a plain tar (pax) of the database's copy, the ledger's anchor, the sealed files, and last the manifest with its seal.</summary>
internal static partial class BackupArchive
{
    public const string ManifestName = "manifest.json";
    public const string SealName = "manifest.hmac";
    public const string AnchorName = "ledger.anchor";
    public const string DatabaseFolder = "database/";
    private const int MostManifest = 256 * 1024 * 1024;

    /// <summary>What an archive was found to hold.</summary>
    public sealed record Checked(BackupManifest Manifest, byte[] ManifestBytes, string Seal);

    /// <summary>Adds a file and notes its hash as it passes.</summary>
    public static async Task<BackupManifest.Entry> AddAsync(TarWriter tar, string name, Stream content, DateTime at, CancellationToken cancellation)
    {
        await using var hashed = new HashingStream(content);
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = hashed, ModificationTime = new DateTimeOffset(at, TimeSpan.Zero), Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite }, cancellation);
        return new(name, hashed.Read64, hashed.Sha256());
    }

    /// <summary>Reads the whole archive: every name is one that a backup has, every content is what the manifest says, nothing is missing.</summary>
    /// <param name="take">is given each entry, to read it or not; the rest is read here</param>
    /// <exception cref="BackupException">with the first thing that is wrong</exception>
    public static async Task<Checked> ReadAsync(Stream archive, Func<string, DateTime, Stream, Task>? take, CancellationToken cancellation)
    {
        var found = new Dictionary<string, BackupManifest.Entry>(StringComparer.Ordinal);
        byte[]? manifest = null;
        string? seal = null;
        try
        {
            await using var tar = new TarReader(archive, leaveOpen: true);
            while (await tar.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
            {
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)) throw new BackupException($"备份里有不该有的内容：“{entry.Name}”不是普通文件。没有恢复任何内容。");
                if (!Known().IsMatch(entry.Name)) throw new BackupException($"备份里有不该有的路径：“{entry.Name}”。没有恢复任何内容。");
                await using var content = new HashingStream(entry.DataStream ?? Stream.Null, entry.Length);
                if (entry.Name == ManifestName) manifest = await WholeAsync(content, cancellation);
                else if (entry.Name == SealName) seal = System.Text.Encoding.ASCII.GetString(await WholeAsync(content, cancellation));
                else
                {
                    if (take is not null) await take(entry.Name, entry.ModificationTime.UtcDateTime, content);
                    await content.CopyToAsync(Stream.Null, cancellation);
                    if (!found.TryAdd(entry.Name, new(entry.Name, content.Read64, content.Sha256()))) throw new BackupException($"备份里“{entry.Name}”出现了两次，文件已损坏或被改动。");
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or OverflowException)
        {
            throw new BackupException("备份文件损坏，读到一半读不下去了；请换一份备份。", e);
        }

        if (manifest is null || seal is null) throw new BackupException("备份文件不完整：没有清单。可能没有写完或没有拷完；请换一份备份。");
        BackupManifest? said;
        try
        {
            said = JsonSerializer.Deserialize<BackupManifest>(manifest, Json.Options);
        }
        catch (JsonException e)
        {
            throw new BackupException("备份的清单读不懂，文件已损坏。", e);
        }

        if (said is null) throw new BackupException("备份的清单是空的，文件已损坏。");
        if (said.Format != BackupManifest.CurrentFormat) throw new BackupException($"备份的格式是第 {said.Format} 版，本程序只认识第 {BackupManifest.CurrentFormat} 版；请用写备份时的版本（{said.Program}）或更新的版本恢复。");
        foreach (var entry in said.Entries)
        {
            if (!found.Remove(entry.Name, out var there)) throw new BackupException($"备份里少了“{entry.Name}”，文件不完整。");
            if (there != entry) throw new BackupException($"备份里的“{entry.Name}”与清单不一致，文件已损坏或被改动。");
        }

        if (found.Count > 0) throw new BackupException($"备份里多了清单上没有的“{found.Keys.First()}”，文件被改动过。");
        return new(said, manifest, seal);
    }

    private static async Task<byte[]> WholeAsync(Stream content, CancellationToken cancellation)
    {
        var whole = new MemoryStream();
        var block = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(block, cancellation)) > 0;)
        {
            if (whole.Length + read > MostManifest) throw new BackupException("备份的清单大得不正常，文件已损坏或被改动。");
            whole.Write(block, 0, read);
        }

        return whole.ToArray();
    }

    /// <summary>Nothing else is in a backup: no other path is ever written to.</summary>
    [GeneratedRegex(@"\A(manifest\.(json|hmac)|ledger\.anchor|database/lianmeng\.(db|dump)|(files|uploads)/[0-9a-f]{32}/[0-9a-f]{2}/[0-9a-f]{64})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Known();
}
