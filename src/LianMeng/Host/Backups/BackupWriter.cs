using System.Diagnostics;
using System.Formats.Tar;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using LianMeng.Shared.Data.Backups;
using LianMeng.Shared.Files;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Host.Backups;

/// <summary>
/// Writes database, files and anchor as one set while the platform works. The database is copied first, as of one moment; files
/// are kept before the rows that name them, and the sweeper waits, so every file that the copy names is there when they are
/// copied afterwards. The archive is written to a draft, read again and compared, and only then gets its name.
/// </summary>
internal sealed class BackupWriter(IConfiguration configuration, Storage storage, FileStore files, SweepLock sweeping, TimeProvider clock, Action<string> say)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="Path">of the archive</param>
    /// <param name="Files">sealed files in it</param>
    public sealed record Report(string Path, long Bytes, long DatabaseBytes, int Files, long FileBytes, long LedgerSeq, long Rows, TimeSpan Took, IReadOnlyList<string> Pruned);

    /// <param name="to">a file that is not there yet; {time} in its name becomes the time in China</param>
    /// <param name="keysFile">where the keys go, if they are not kept already</param>
    /// <param name="keep">that many archives of this name stay in the folder; all when null</param>
    /// <exception cref="BackupException">nothing was written</exception>
    public async Task<Report> WriteAsync(string to, string? keysFile, int? keep, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var path = Path.GetFullPath(to.Replace("{time}", ChinaTime.Local(clock.GetUtcNow().UtcDateTime).ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        if (File.Exists(path)) throw new BackupException($"{path} 已经存在；备份不覆盖已有的文件，请换一个文件名（可以用 {{time}}）。");
        if (keysFile is not null && Path.GetFullPath(keysFile) == path) throw new BackupException("密钥不能和备份放在同一个文件里；请给 --keys 另一个文件。");
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder)) throw new BackupException($"没有文件夹 {folder}；请先建好。");
        var (draft, copy) = ($"{path}.draft", $"{path}.database");
        var database = DatabaseBackup.Of(configuration, storage);
        try
        {
            using var held = await sweeping.KeepAllAsync(Patience, cancellation) ?? throw new BackupException("另一个备份正在进行，或文件清理一直没有结束；请稍后再试。");
            await RefuseWithoutSpaceAsync(database, folder, cancellation);
            File.Delete(draft); // of one that was interrupted
            File.Delete(copy);

            var startedAt = clock.GetUtcNow().UtcDateTime;
            var contents = await database.CopyAsync(copy, cancellation);
            say($"数据库已复制：{FileSize.Words(new FileInfo(copy).Length)}，{contents.Rows.Values.Sum():#,##0} 行，账本到第 {contents.LedgerSeq:#,##0} 条（{watch.Elapsed.TotalSeconds:0.0} 秒）");
            var manifest = await WriteDraftAsync(draft, copy, database, contents, startedAt, cancellation);
            say($"已写入 {manifest.Entries.Count:#,##0} 项，共 {FileSize.Words(new FileInfo(draft).Length)}（{watch.Elapsed.TotalSeconds:0.0} 秒），正在重读核对");
            await using (var archive = new FileStream(draft, FileMode.Open, FileAccess.Read)) await BackupArchive.ReadAsync(archive, take: null, cancellation);

            // The keys first: an archive without them is none.
            if (keysFile is not null) BackupKeys.Of(storage).Write(Path.GetFullPath(keysFile));
            if (!FolderSync.MoveIfFree(draft, path)) throw new BackupException($"{path} 刚刚被别人写了；请换一个文件名。");
            FolderSync.Flush(folder);
            BackupMark.Write(storage, startedAt);
            var kept = manifest.Entries.Where(e => e.Name.StartsWith("files/", StringComparison.Ordinal) || e.Name.StartsWith("uploads/", StringComparison.Ordinal)).ToList();
            return new(path, new FileInfo(path).Length, new FileInfo(copy).Length, kept.Count, kept.Sum(e => e.Length), contents.LedgerSeq, contents.Rows.Values.Sum(), watch.Elapsed, Prune(to, path, keep));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new BackupException($"不能写入 {folder}：没有权限。请换一个文件夹，或让运行链盟的账号能写它。", e);
        }
        catch (IOException e)
        {
            throw new BackupException($"写不下去了：{e.Message}。请检查 {folder} 的剩余空间和权限；没有留下不完整的备份。", e);
        }
        finally
        {
            RemoveQuietly(draft);
            RemoveQuietly(copy);
        }
    }

    private async Task<BackupManifest> WriteDraftAsync(string draft, string copy, DatabaseBackup database, DatabaseContents contents, DateTime startedAt, CancellationToken cancellation)
    {
        var entries = new List<BackupManifest.Entry>();
        var keys = BackupKeys.Of(storage);
        await using var output = PrivateFile.Create(draft);
        await using (var tar = new TarWriter(output, TarEntryFormat.Pax, leaveOpen: true))
        {
            await using (var file = new FileStream(copy, FileMode.Open, FileAccess.Read)) entries.Add(await BackupArchive.AddAsync(tar, BackupArchive.DatabaseFolder + database.FileName, file, startedAt, cancellation));
            foreach (var blob in Enum.GetValues<FileArea>().SelectMany(area => files.Districts(area).Order().SelectMany(district => files.List(area, district))))
            {
                if (await AddBlobAsync(tar, blob, cancellation) is { } entry) entries.Add(entry);
                if (entries.Count % 1000 == 0) say($"文件 {entries.Count:#,##0} 个");
            }

            entries.Add(await BackupArchive.AddAsync(tar, BackupArchive.AnchorName, new MemoryStream(Anchor(contents.LedgerSeq)), startedAt, cancellation));
            // Read again: a key that was added meanwhile may have sealed some of it.
            var marks = BackupKeys.Of(storage).Marks();
            foreach (var (id, mark) in keys.Marks()) marks.TryAdd(id, mark);
            var manifest = new BackupManifest
            {
                Program = typeof(BackupWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?",
                Provider = database.Provider,
                StartedAt = startedAt,
                CopiedAt = clock.GetUtcNow().UtcDateTime,
                LedgerSeq = contents.LedgerSeq,
                LedgerHash = contents.LedgerHash,
                Rows = contents.Rows,
                Keys = marks,
                Entries = entries,
            };
            var bytes = JsonSerializer.SerializeToUtf8Bytes(manifest, Json.Options);
            await BackupArchive.AddAsync(tar, BackupArchive.ManifestName, new MemoryStream(bytes), startedAt, cancellation);
            await BackupArchive.AddAsync(tar, BackupArchive.SealName, new MemoryStream(System.Text.Encoding.ASCII.GetBytes(keys.Seal(bytes))), startedAt, cancellation);
            await tar.DisposeAsync();
            await output.FlushAsync(cancellation);
            output.Flush(flushToDisk: true);
            return manifest;
        }
    }

    private static async Task<BackupManifest.Entry?> AddBlobAsync(TarWriter tar, KeptBlob blob, CancellationToken cancellation)
    {
        FileStream content;
        try
        {
            content = new FileStream(blob.Path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete });
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // a roster that turned out to be none; no row names it
        }

        await using (content)
        {
            var name = $"{(blob.Area == FileArea.Files ? "files" : "uploads")}/{blob.DistrictId:N}/{blob.Hash[..2]}/{blob.Hash}";
            return await BackupArchive.AddAsync(tar, name, content, blob.At, cancellation);
        }
    }

    /// <summary>The heads that were written down, as far as the copy goes: later ones would say that its end was cut off.</summary>
    private byte[] Anchor(long lastSeq)
    {
        var path = storage.PathOf(BackupArchive.AnchorName);
        if (!File.Exists(path)) return [];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var kept = new System.Text.StringBuilder();
        while (reader.ReadLine() is { } line)
            if (line.Split(' ') is [var seq, { Length: 64 }] && long.TryParse(seq, System.Globalization.CultureInfo.InvariantCulture, out var number) && number <= lastSeq) kept.Append(line).Append('\n');
        return System.Text.Encoding.ASCII.GetBytes(kept.ToString());
    }

    private async Task RefuseWithoutSpaceAsync(DatabaseBackup database, string folder, CancellationToken cancellation)
    {
        var needed = 2 * await database.SizeAsync(cancellation) + Enum.GetValues<FileArea>().Sum(area => files.Districts(area).Sum(district => files.List(area, district).Sum(LengthOf)));
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (free < needed) throw new BackupException($"{folder} 只剩 {FileSize.Words(free)}，这次备份大约需要 {FileSize.Words(needed)}；请清理或换一个磁盘。");
    }

    private static long LengthOf(KeptBlob blob)
    {
        var file = new FileInfo(blob.Path);
        return file.Exists ? file.Length : 0;
    }

    /// <summary>Archives are of one name when they differ in digits only.</summary>
    private static List<string> Prune(string to, string path, int? keep)
    {
        if (keep is not { } most) return [];
        var name = Regex.Escape(Path.GetFileName(to)).Replace("\\{time}", "0-0", StringComparison.Ordinal);
        var pattern = new Regex($@"\A{Regex.Replace(name, "[0-9]+(\\\\?-[0-9]+)*", "[0-9-]+")}\z", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var old = new DirectoryInfo(Path.GetDirectoryName(path)!).EnumerateFiles().Where(f => pattern.IsMatch(f.Name))
            .OrderByDescending(f => f.FullName == path).ThenByDescending(f => f.LastWriteTimeUtc).ThenByDescending(f => f.Name, StringComparer.Ordinal).Skip(most).ToList();
        foreach (var file in old) file.Delete();
        return [.. old.Select(f => f.Name)];
    }

    private static void RemoveQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // it was never made
        }
    }
}
