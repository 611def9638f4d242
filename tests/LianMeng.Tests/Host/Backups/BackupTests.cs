using System.Collections.Concurrent;
using System.Formats.Tar;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LianMeng.Capabilities.Files;
using LianMeng.Capabilities.Organisations;
using LianMeng.Host.Backups;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Host.Backups;

/// <summary>Promise 19: what was backed up under load comes back whole, and what is no good backup touches nothing.</summary>
[Trait("Promise", "19")]
public sealed class BackupTests(TestWorld world) : IClassFixture<TestWorld>, IDisposable
{
    private readonly string shelf = Directory.CreateTempSubdirectory("lianmeng-shelf-").FullName;

    private string Archive => Path.Combine(shelf, "lianmeng-20261122.tar");

    private string Keys => Path.Combine(shelf, "keys.json");

    [WorldFact]
    public async Task Drills_of_backup_under_load_and_restore_lose_nothing()
    {
        var (drills, acknowledged, inBackups) = (Counts.Of(2), 0, 0);
        for (var drill = 0; drill < drills; drill++)
        {
            using var stop = new CancellationTokenSource();
            var (firms, files) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
            var mark = $"第{drill}次之";
            var writers = Enumerable.Range(0, 4).Select(w => Task.Run(() => WriteAsync($"{mark}{w}号", firms, files, stop.Token))).ToList();
            await Settling.UntilAsync("writers are at work", () => Task.FromResult(firms.Count >= 8 && files.Count >= 4));
            List<string> firmsBefore, filesBefore;
            BackupWriter.Report report;
            var attempt = 0;
            do
            {
                // A backup between two writes proves nothing: then another one is taken.
                Assert.True(attempt++ < 50, "nobody wrote while a backup was taken");
                (firmsBefore, filesBefore) = ([.. firms], [.. files]);
                report = await Place.BackUpAsync(world, Path.Combine(shelf, $"drill-{drill}-{attempt}.tar"), Keys);
            }
            while (firms.Count == firmsBefore.Count);

            await stop.CancelAsync();
            await Task.WhenAll(writers);

            await using var place = await Place.MakeAsync();
            Assert.True(await place.RestoreAsync(report.Path, Keys) == 0, string.Join('\n', place.Said));
            var there = (await place.ReadAsync(db => db.Set<Organisation>().Select(o => o.Id).ToListAsync())).Select(id => id.ToString()).ToHashSet(StringComparer.Ordinal);
            Assert.DoesNotContain(firmsBefore, id => !there.Contains(id));
            var attached = (await place.ReadAsync(db => db.Set<StoredFile>().Select(f => f.Id).ToListAsync())).Select(id => id.ToString()).ToHashSet(StringComparer.Ordinal);
            Assert.DoesNotContain(filesBefore, id => !attached.Contains(id));
            acknowledged += firmsBefore.Count + filesBefore.Count;
            inBackups += there.Count + attached.Count;
        }

        Counts.Say(19, $"{drills} drills of backup under load and restore: {acknowledged} acknowledged writes, 0 lost, 0 inconsistent ({inBackups} rows looked for)");
    }

    [WorldFact]
    public async Task The_restored_place_works_and_a_second_restore_into_it_is_refused()
    {
        var report = await Place.BackUpAsync(world, Archive, Keys);
        await using var place = await Place.MakeAsync();
        Assert.True(await place.RestoreAsync(report.Path, Keys) == 0, string.Join('\n', place.Said));
        Assert.Contains(place.Said, line => line.Contains("全部核对一致", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(report.Path));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Keys));
        }

        await using (var app = new LianMengApp(place.Folder, place.Connection, world.Clock))
        {
            using var client = app.CreateClient();
            using var login = await client.PostAsJsonAsync("/api/login", new { userName = world.Known.Manager.UserName, password = Person.Password });
            client.DefaultRequestHeaders.Authorization = new("Bearer", (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString());
            Assert.Equal(Pictures.Png, await client.GetByteArrayAsync($"/api/files/{world.Known.File}/content"));
        }

        await TestDatabase.ForgetAsync(place.Connection);
        Assert.Equal(1, await place.RestoreAsync(report.Path, Keys));
        Assert.Contains("不是空的", Assert.Single(place.Said, l => l.StartsWith("没有恢复", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.True(await place.RestoreAsync(report.Path, Keys, replace: true) == 0, string.Join('\n', place.Said));
        Assert.Contains(place.Files, f => f.StartsWith("files.replaced-", StringComparison.Ordinal));
    }

    /// <summary>Stopped after each step, run again: whole.</summary>
    [WorldFact]
    public async Task A_restore_that_was_interrupted_is_run_again()
    {
        var report = await Place.BackUpAsync(world, Archive, Keys);
        foreach (var step in new[] { "密钥已放回", "文件已放回" })
        {
            await using var place = await Place.MakeAsync();
            await using (var app = LianMeng.Host.Verb.ConsoleHost.Build(place.Settings))
            {
                var run = new RestoreRun(app.Configuration, app.Services.GetRequiredService<Storage>(), world.Clock, line =>
                {
                    if (line.StartsWith(step, StringComparison.Ordinal)) throw new OperationCanceledException("stopped here");
                });
                await Assert.ThrowsAsync<OperationCanceledException>(() => run.RestoreAsync(report.Path, Keys, replace: false, default));
            }

            Assert.True(await place.RestoreAsync(report.Path, Keys) == 0, string.Join('\n', place.Said));
            Assert.DoesNotContain("restore.unfinished", place.Files);
        }
    }

    [WorldFact]
    public async Task What_is_no_good_backup_is_told_so_and_touches_nothing()
    {
        var report = await Place.BackUpAsync(world, Archive, Keys);
        var whole = await File.ReadAllBytesAsync(report.Path);
        await using var place = await Place.MakeAsync();
        var refused = 0;

        // damaged and cut
        for (var i = 0; i < Counts.Of(12); i++)
        {
            var damaged = (byte[])whole.Clone();
            // within contents: what fills a block up to 512 bytes belongs to nobody
            var at = whole.AsSpan().IndexOf("LMSF"u8) + System.Security.Cryptography.RandomNumberGenerator.GetInt32(100);
            damaged[at] ^= 0x10;
            await RefusedAsync(damaged, "不一致");
        }

        foreach (var length in new[] { 0, 700, whole.Length / 2, whole.Length - 2000 }) await RefusedAsync(whole[..length], "备份");
        // what no backup has
        await RefusedAsync(Tar(("../../etc/cron.d/x", TarEntryType.RegularFile)), "不该有的路径");
        await RefusedAsync(Tar(("files/../../x", TarEntryType.RegularFile)), "不该有的路径");
        await RefusedAsync(Tar(("/etc/passwd", TarEntryType.RegularFile)), "不该有的路径");
        await RefusedAsync(Tar(("ledger.anchor", TarEntryType.SymbolicLink)), "不是普通文件");
        await RefusedAsync(Tar(("ledger.anchor", TarEntryType.RegularFile)), "没有清单");
        // another kind of database, an archive that was changed and hashed anew, one of a later format
        var other = TestDatabase.IsSqlite ? Database.Postgres : Database.Sqlite;
        await RefusedAsync(await RewriteAsync(whole, m => m with { Provider = other }, reseal: true), "两种数据库");
        await RefusedAsync(await RewriteAsync(whole, m => m with { LedgerSeq = m.LedgerSeq - 1 }, reseal: false), "对不上");
        await RefusedAsync(await RewriteAsync(whole, m => m with { Format = 9 }, reseal: true), "第 9 版");
        await RefusedAsync(await RewriteAsync(whole, m => m with { Keys = new(m.Keys) { ["deadbeef"] = "00" } }, reseal: true), "deadbeef");
        // wrong keys
        using var stranger = new LianMeng.Tests.Shared.Files.StoreFolder();
        _ = stranger.Keys.CurrentId;
        var wrong = Path.Combine(shelf, "wrong.json");
        BackupKeys.Of(stranger.Storage).Write(wrong);
        await RefusedAsync(whole, "不配套", wrong);
        await File.WriteAllTextAsync(wrong, "{}");
        await RefusedAsync(whole, "不是链盟的密钥文件", wrong);
        await RefusedAsync(whole, "密钥文件", Path.Combine(shelf, "nowhere.json"));
        Counts.Say(19, $"{refused} archives and keys that are no good: refused in words, 0 files touched");

        async Task RefusedAsync(byte[] content, string word, string? keys = null)
        {
            var path = Path.Combine(shelf, "bad.tar");
            await File.WriteAllBytesAsync(path, content);
            Assert.Equal(1, await place.RestoreAsync(path, keys ?? Keys));
            Assert.Contains(word, Assert.Single(place.Said), StringComparison.Ordinal);
            Assert.Empty(place.Files);
            refused++;
        }
    }

    [WorldFact]
    public async Task A_backup_that_cannot_be_written_leaves_nothing()
    {
        await File.WriteAllTextAsync(Archive, "already here");
        await RefusedAsync(Archive, Keys, "已经存在");
        Assert.Equal("already here", await File.ReadAllTextAsync(Archive));
        await RefusedAsync(Path.Combine(shelf, "none", "a.tar"), Keys, "没有文件夹");
        await RefusedAsync(Path.Combine(shelf, "b.tar"), Path.Combine(shelf, "b.tar"), "同一个文件");
        await RefusedAsync("/proc/lianmeng.tar", Keys, "/proc");
        await RefusedAsync(Path.Combine(shelf, "c.tar"), Path.Combine(shelf, "none", "keys.json"), "写不下去");
        using (var busy = await world.Services.GetRequiredService<SweepLock>().KeepAllAsync(TimeSpan.Zero, default)) Assert.NotNull(busy);
        using (var stranger = new LianMeng.Tests.Shared.Files.StoreFolder())
        {
            _ = stranger.Keys.CurrentId;
            BackupKeys.Of(stranger.Storage).Write(Keys);
        }

        await RefusedAsync(Path.Combine(shelf, "d.tar"), Keys, "另一个安装");
        Assert.Equal([Path.GetFileName(Keys), Path.GetFileName(Archive)], Directory.EnumerateFiles(shelf).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        async Task RefusedAsync(string to, string keys, string word)
            => Assert.Contains(word, (await Assert.ThrowsAsync<BackupException>(() => Place.BackUpAsync(world, to, keys))).Message, StringComparison.Ordinal);
    }

    [WorldFact]
    public async Task Only_the_newest_of_one_name_are_kept_and_the_keys_of_all()
    {
        await File.WriteAllTextAsync(Path.Combine(shelf, "other-20261122-030000.tar"), "");
        for (var i = 0; i < 4; i++)
        {
            await Place.BackUpAsync(world, Path.Combine(shelf, "lianmeng-{time}.tar"), Keys, keep: 2);
            world.Clock.Advance(TimeSpan.FromSeconds(61));
        }

        var left = Directory.EnumerateFiles(shelf, "*.tar").Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(3, left.Count);
        Assert.Contains("other-20261122-030000.tar", left);

        var before = BackupKeys.Read(Keys);
        var gone = before with { SecretKeys = [LianMeng.Shared.Secrets.SecretKey.Create().Line, .. before.SecretKeys] };
        File.Delete(Keys);
        gone.Write(Keys); // as it was before a key was retired
        await Place.BackUpAsync(world, Archive, Keys);
        Assert.Equal(gone.SecretKeys, BackupKeys.Read(Keys).SecretKeys);
    }

    [WorldFact, Trait("Promise", "29")]
    public async Task Neither_files_nor_keys_can_be_read_in_the_archive()
    {
        var kept = await world.Services.GetRequiredService<FileStore>().KeepAsync(FileArea.Files, world.Known.Tongliang, new MemoryStream("不在备份里的明文"u8.ToArray()), 1000, default);
        Assert.True((await world.RunAsync(world.Known.Manager, s => s.GetRequiredService<AttachFile>(), new() { Kind = "organisation", SubjectId = world.Known.Firm, Hash = kept.Hash, Name = "密.txt", Type = FileType.Text })).IsDone);
        var report = await Place.BackUpAsync(world, Archive, Keys);
        var whole = await File.ReadAllBytesAsync(report.Path);
        var keys = BackupKeys.Read(Keys);
        Assert.True(whole.AsSpan().IndexOf("不在备份里的明文"u8) < 0);
        foreach (var secret in keys.SecretKeys.Select(k => k[9..]).Append(keys.LedgerKey)) Assert.True(whole.AsSpan().IndexOf(Encoding.ASCII.GetBytes(secret)) < 0);
        Assert.True(whole.AsSpan().IndexOf("manifest.json"u8) > 0); // the control
    }

    public void Dispose() => Directory.Delete(shelf, recursive: true);

    private async Task WriteAsync(string mark, ConcurrentBag<string> firms, ConcurrentBag<string> files, CancellationToken stop)
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            using var answer = await api.PostAsJsonAsync("/api/organisations", new { name = $"重庆{mark}{i}铝业有限公司", contactPhone = $"138{i:D8}" }, CancellationToken.None);
            if (answer.StatusCode != HttpStatusCode.Created) continue;
            var firm = (await answer.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None)).GetProperty("id").GetString()!;
            firms.Add(firm);
            using var attached = await api.UploadAsync("/api/files", Encoding.UTF8.GetBytes($"{mark} {i} 的说明"), "说明.txt", [new("kind", "organisation"), new("subjectId", firm)]);
            if (attached.StatusCode == HttpStatusCode.Created) files.Add((await attached.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None)).GetProperty("id").GetString()!);
        }
    }

    private static byte[] Tar(params (string Name, TarEntryType Type)[] entries)
    {
        var file = new MemoryStream();
        using (var tar = new TarWriter(file, TarEntryFormat.Pax, leaveOpen: true))
            foreach (var (name, type) in entries)
                tar.WriteEntry(type == TarEntryType.SymbolicLink ? new PaxTarEntry(type, name) { LinkName = "/etc/passwd" } : new PaxTarEntry(type, name) { DataStream = new MemoryStream([1, 2, 3]) });
        return file.ToArray();
    }

    /// <summary>The same archive with another manifest, sealed anew by somebody who has the keys, or not.</summary>
    private async Task<byte[]> RewriteAsync(byte[] whole, Func<BackupManifest, BackupManifest> change, bool reseal)
    {
        var output = new MemoryStream();
        using (var reader = new TarReader(new MemoryStream(whole)))
        await using (var writer = new TarWriter(output, TarEntryFormat.Pax, leaveOpen: true))
        {
            string? seal = null;
            while (await reader.GetNextEntryAsync(copyData: true) is { } entry)
            {
                var content = new MemoryStream();
                if (entry.DataStream is not null) await entry.DataStream.CopyToAsync(content);
                var bytes = content.ToArray();
                if (entry.Name == "manifest.json")
                {
                    bytes = JsonSerializer.SerializeToUtf8Bytes(change(JsonSerializer.Deserialize<BackupManifest>(bytes, Json.Options)!), Json.Options);
                    seal = BackupKeys.Read(Keys).Seal(bytes);
                }
                else if (entry.Name == "manifest.hmac" && reseal)
                {
                    bytes = Encoding.ASCII.GetBytes(seal!);
                }

                await writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, entry.Name) { DataStream = new MemoryStream(bytes) });
            }
        }

        return output.ToArray();
    }
}
