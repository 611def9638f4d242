using System.Diagnostics;
using System.Globalization;
using LianMeng.Shared.Data.Backups;
using LianMeng.Shared.Files;

namespace LianMeng.Host.Backups;

/// <summary>
/// Puts a backup into an empty place and proves that it is whole. Everything is checked before anything is touched; then keys,
/// files and anchor, and last the database, without which nothing starts. A restore that was interrupted is run again: a
/// marker says that what is there is its own.
/// </summary>
internal sealed class RestoreRun(IConfiguration configuration, Storage storage, TimeProvider clock, Action<string> say)
{
    internal const string Marker = "restore.unfinished";
    private const string LedgerKeyName = "ledger.key";
    private readonly Stopwatch watch = Stopwatch.StartNew();

    /// <param name="replace">what is there is put aside (files, keys, the SQLite file) or dropped (tables of PostgreSQL)</param>
    /// <returns>what the backup says of itself; <see cref="RestoreProof"/> then proves it</returns>
    /// <exception cref="BackupException">nothing was touched, unless the message says so</exception>
    public async Task<BackupManifest> RestoreAsync(string file, string keysFile, bool replace, CancellationToken cancellation)
    {
        if (!File.Exists(file)) throw new BackupException($"没有这个备份文件：{file}。");
        var database = DatabaseBackup.Of(configuration, storage);
        await using var archive = new FileStream(file, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, BufferSize = 1 << 20 });
        var keys = BackupKeys.Read(keysFile);
        var found = await BackupArchive.ReadAsync(archive, take: null, cancellation);
        Compare(found, keys, database);
        Step($"备份完好：{found.Manifest.Entries.Count:#,##0} 项与清单一致，密钥齐全");

        await MakeRoomAsync(file, database, replace, keys, cancellation);
        WriteKeys(keys);
        var copy = await UnpackAsync(archive, found.Seal, database, cancellation);
        await database.RestoreAsync(copy, cancellation);
        File.Delete(storage.PathOf(Marker));
        Step($"数据库已恢复（{database.Provider}）");
        return found.Manifest;
    }

    private static void Compare(BackupArchive.Checked found, BackupKeys keys, DatabaseBackup database)
    {
        if (keys.Seal(found.ManifestBytes) != found.Seal) throw new BackupException("密钥文件与这份备份不配套（清单的印记对不上），或备份被改动过；请用备份当时的密钥文件。没有恢复任何内容。");
        var marks = keys.Marks();
        foreach (var (id, mark) in found.Manifest.Keys)
        {
            if (!marks.TryGetValue(id, out var mine)) throw new BackupException($"密钥文件里缺少密钥 {id}，这份备份里有内容要用它解开；请用备份当时的密钥文件。没有恢复任何内容。");
            if (mine != mark) throw new BackupException($"密钥文件里的密钥 {id} 不是备份当时的那一个。没有恢复任何内容。");
        }

        if (found.Manifest.Provider != database.Provider)
            throw new BackupException($"这份备份来自 {found.Manifest.Provider}，这里设置的是 {database.Provider}；两种数据库的备份不能互换，请把 Database:Provider 设为 {found.Manifest.Provider}。没有恢复任何内容。");
    }

    private async Task MakeRoomAsync(string file, DatabaseBackup database, bool replace, BackupKeys keys, CancellationToken cancellation)
    {
        if (await database.InUseAsync(cancellation) is { } inUse) throw new BackupException(inUse + "没有恢复任何内容。");
        var own = File.Exists(storage.PathOf(Marker)) && (await File.ReadAllTextAsync(storage.PathOf(Marker), cancellation)) == MarkOf(file);
        var there = await WhatIsThereAsync(database, keys, cancellation);
        if (own && there.Count > 0) await database.ClearAsync("unfinished", cancellation); // what the interrupted run left; its files are written over
        else if (there.Count > 0 && !replace) throw new BackupException($"要恢复到的地方不是空的（{string.Join("、", there)}）；请换一个空的存储文件夹和数据库，或加 --replace --yes 把现有的换掉。没有恢复任何内容。");
        else if (there.Count > 0)
        {
            var mark = $"replaced-{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}";
            await database.ClearAsync(mark, cancellation);
            foreach (var folder in new[] { "files", "uploads" }.Select(storage.PathOf).Where(Directory.Exists)) Directory.Move(folder, $"{folder}.{mark}");
            foreach (var old in new[] { storage.PathOf(BackupArchive.AnchorName), Path.Combine(storage.KeysFolder, LedgerKeyName), Path.Combine(storage.KeysFolder, Shared.Secrets.KeyRing.FileName) }.Where(File.Exists)) File.Move(old, $"{old}.{mark}");
            Step($"原有的内容已改名为 *.{mark}{(database.Provider == Shared.Data.Database.Postgres ? "（数据库里的表已删除）" : "")}");
        }

        await File.WriteAllTextAsync(storage.PathOf(Marker), MarkOf(file), cancellation);
    }

    private async Task<List<string>> WhatIsThereAsync(DatabaseBackup database, BackupKeys keys, CancellationToken cancellation)
    {
        var there = new List<string>();
        if (!await database.IsEmptyAsync(cancellation)) there.Add("已有数据库");
        if (new[] { "files", "uploads" }.Select(storage.PathOf).Any(f => Directory.Exists(f) && Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories).Any())) there.Add("已有上传的文件");
        var ledgerKey = Path.Combine(storage.KeysFolder, LedgerKeyName);
        if (File.Exists(ledgerKey) && !(await File.ReadAllTextAsync(ledgerKey, cancellation)).Trim().Equals(keys.LedgerKey, StringComparison.OrdinalIgnoreCase)) there.Add("已有别的密钥");
        if (File.Exists(storage.PathOf(BackupArchive.AnchorName))) there.Add("已有账本存证");
        return there;
    }

    private void WriteKeys(BackupKeys keys)
    {
        storage.Replace(Path.Combine(storage.KeysFolder, LedgerKeyName), keys.LedgerKey);
        storage.Replace(Path.Combine(storage.KeysFolder, Shared.Secrets.KeyRing.FileName), string.Concat(keys.SecretKeys.Select(line => line + "\n")));
        FolderSync.Flush(storage.KeysFolder);
        Step($"密钥已放回 {storage.KeysFolder}");
    }

    /// <returns>where the database's copy lies</returns>
    private async Task<string> UnpackAsync(FileStream archive, string seal, DatabaseBackup database, CancellationToken cancellation)
    {
        var copy = Path.Combine(FolderSync.Make(database.StagingFolder), "restore.database");
        var (count, bytes) = (0, 0L);
        archive.Position = 0;
        var again = await BackupArchive.ReadAsync(archive, async (name, at, content) =>
        {
            var target = name.StartsWith(BackupArchive.DatabaseFolder, StringComparison.Ordinal) ? copy : Path.Combine(storage.Root, name.Replace('/', Path.DirectorySeparatorChar));
            var folder = FolderSync.Make(Path.GetDirectoryName(target)!);
            await using (var output = PrivateFile.Create(target, FileMode.Create))
            {
                await content.CopyToAsync(output, cancellation);
                await output.FlushAsync(cancellation);
                output.Flush(flushToDisk: true);
                bytes += output.Length;
            }

            File.SetLastWriteTimeUtc(target, at);
            FolderSync.Flush(folder);
            if (++count % 1000 == 0) say($"文件 {count:#,##0} 个");
        }, cancellation);
        if (again.Seal != seal) throw new BackupException("备份文件在恢复中变了，已放好的内容不可信；请重新运行恢复。");
        Step($"文件已放回：{count:#,##0} 项，{FileSize.Words(bytes)}");
        return copy;
    }

    private static string MarkOf(string file) => $"{Path.GetFileName(file)} {new FileInfo(file).Length}";

    private void Step(string what) => say($"{what}（{watch.Elapsed.TotalSeconds:0.0} 秒）");
}
