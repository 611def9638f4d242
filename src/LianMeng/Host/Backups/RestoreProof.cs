using System.Diagnostics;
using LianMeng.Capabilities.Files;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Data.Backups;
using LianMeng.Shared.Files;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Host.Backups;

/// <summary>Proves that what was restored is what was backed up, and says each figure.</summary>
internal sealed class RestoreProof(WebApplication app, Action<string> say)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly List<string> problems = [];

    /// <returns>what does not agree, in Chinese; empty when all does</returns>
    public async Task<IReadOnlyList<string>> ProveAsync(BackupManifest manifest, CancellationToken cancellation)
    {
        var database = DatabaseBackup.Of(app.Configuration, app.Services.GetRequiredService<Storage>());
        await CompareRowsAsync(manifest, database, cancellation);
        foreach (var problem in await database.ProblemsAsync(cancellation)) problems.Add(problem);
        Step("数据库结构和引用已检查");
        await CheckSealedAsync(database, cancellation);

        // From here on as the program sees it: brought to this version, under its own role.
        await Database.MigrateAsync(app.Services, cancellation);
        await using var scope = await app.Services.GetRequiredService<TrustedScopes>().OpenConsoleAsync(DistrictIds.City, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var ledger = await app.Services.GetRequiredService<LedgerVerifier>().VerifyAsync(db, progress: null, cancellation);
        problems.AddRange(ledger.Problems.Select(p => "账本：" + p));
        if (ledger.Entries != manifest.LedgerSeq) problems.Add($"账本有 {ledger.Entries} 条，备份时是 {manifest.LedgerSeq} 条");
        Step($"账本 {ledger.Entries:#,##0} 条，哈希链和库外存证一致");
        await CheckFilesAsync(db, cancellation);
        return problems;
    }

    private async Task CompareRowsAsync(BackupManifest manifest, DatabaseBackup database, CancellationToken cancellation)
    {
        var now = await database.ContentsAsync(cancellation);
        foreach (var table in manifest.Rows.Keys.Union(now.Rows.Keys, StringComparer.Ordinal))
        {
            var (then, here) = (manifest.Rows.GetValueOrDefault(table, -1), now.Rows.GetValueOrDefault(table, -1));
            if (then != here) problems.Add($"表 {table}：备份时 {(then < 0 ? "没有" : $"{then} 行")}，现在 {(here < 0 ? "没有" : $"{here} 行")}");
        }

        if (now.LedgerSeq != manifest.LedgerSeq || now.LedgerHash != manifest.LedgerHash) problems.Add("账本的链头与备份时不同");
        Step($"{now.Rows.Count} 张表共 {now.Rows.Values.Sum():#,##0} 行，与备份时逐表一致");
    }

    private async Task CheckSealedAsync(DatabaseBackup database, CancellationToken cancellation)
    {
        var keys = app.Services.GetRequiredService<KeyRing>().Ids.ToHashSet(StringComparer.Ordinal);
        var sealedTexts = 0;
        var missing = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await foreach (var text in database.SealedTextsAsync(cancellation))
        {
            sealedTexts++;
            if (Sealer.KeyIdOf(text) is var id && !keys.Contains(id)) missing[id] = missing.GetValueOrDefault(id) + 1;
        }

        problems.AddRange(missing.Select(m => $"{m.Value} 个加密字段要用密钥 {m.Key}，它不在密钥文件里"));
        Step($"加密字段 {sealedTexts:#,##0} 个，密钥齐全");
    }

    private async Task CheckFilesAsync(AppDb db, CancellationToken cancellation)
    {
        var store = app.Services.GetRequiredService<FileStore>();
        var (checkedFiles, broken) = (0, 0);
        foreach (var file in await db.WithRemoved<StoredFile>().Where(f => f.MissingSince == null).Select(f => new { f.Id, f.DistrictId, f.Hash }).ToListAsync(cancellation))
        {
            checkedFiles++;
            if (await store.ProblemOfAsync(FileArea.Files, file.DistrictId, file.Hash, cancellation) is not { } problem) continue;
            if (broken++ < 20) problems.Add($"附件 {file.Id}：{problem}");
        }

        if (broken > 20) problems.Add($"另有 {broken - 20} 个附件有同样的问题");
        Step($"附件 {checkedFiles:#,##0} 个，内容逐个解密核对");
    }

    private void Step(string what) => say($"{what}（{watch.Elapsed.TotalSeconds:0.0} 秒）");
}
