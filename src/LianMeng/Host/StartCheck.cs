using LianMeng.Host.Backups;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Host;

/// <summary>
/// What must be right before anything is written: a database whose keys lie elsewhere would get a ledger that nobody can verify
/// and telephones that nobody can open.
/// </summary>
internal static class StartCheck
{
    /// <summary>Brings the database up to date, unless it must not be touched.</summary>
    /// <exception cref="InvalidOperationException">why the program does not start, in words</exception>
    public static async Task PassAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var storage = services.GetRequiredService<Storage>();
        if (File.Exists(storage.PathOf(RestoreRun.Marker)))
            throw new InvalidOperationException($"上一次恢复没有做完（{storage.PathOf(RestoreRun.Marker)}），数据不完整；请先把同一条 lianmeng restore 命令再运行一次。");
        await Database.MigrateAsync(services, cancellation);
        await KeysAsync(services, storage, cancellation);
    }

    private static async Task KeysAsync(IServiceProvider services, Storage storage, CancellationToken cancellation)
    {
        await using var scope = await services.GetRequiredService<TrustedScopes>().OpenAsync(nameof(StartCheck), DistrictIds.City, cancellation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (!await OwnLedgerAsync(db, services.GetRequiredService<LedgerChain>(), cancellation))
            throw new InvalidOperationException($"密钥文件夹 {storage.KeysFolder} 里的 ledger.key 不是这个数据库的：请检查 Storage:Path（和 Keys:Path）是否指向原来的文件夹，或从备份恢复密钥。没有启动，数据库没有写入。");
        var newest = await db.Set<ProtectionKey>().AsNoTracking().OrderByDescending(k => k.Number).FirstOrDefaultAsync(cancellation);
        if (newest is null) return;
        try
        {
            services.GetRequiredService<Sealer>().Open(ProtectionKey.Purpose, newest.Xml);
        }
        catch (SecretException e)
        {
            throw new InvalidOperationException($"密钥文件夹 {storage.KeysFolder} 里的 secrets.keys 打不开这个数据库的内容（{e.Message}）请检查 Storage:Path（和 Keys:Path），或从备份恢复密钥。没有启动。", e);
        }
    }

    /// <summary>One entry that was tampered with is for the audit; when neither the first nor the last agree, it is the key.</summary>
    private static async Task<bool> OwnLedgerAsync(AppDb db, LedgerChain chain, CancellationToken cancellation)
    {
        var last = await db.Set<LedgerEntry>().MaxAsync(e => (long?)e.Seq, cancellation) ?? 0;
        if (last == 0) return true;
        foreach (var seq in new[] { 1, last })
        {
            var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.Seq == seq || e.Seq == seq - 1).OrderBy(e => e.Seq).ToListAsync(cancellation);
            if (entries.Count == 0 || entries[^1].Seq != seq) continue;
            var subjects = await db.Set<LedgerSubject>().AsNoTracking().Where(s => s.Seq == seq).Select(s => s.EntityId).ToListAsync(cancellation);
            var (entry, previous) = (entries[^1], entries.Count > 1 ? entries[0].Hash : LedgerChain.Genesis);
            var expected = chain.Link(previous, entry.Seq, entry.At, entry.Actor, entry.DistrictId, entry.Kind, entry.V, subjects, entry.Digest);
            if (expected.AsSpan().SequenceEqual(entry.Hash)) return true;
        }

        return false;
    }
}
