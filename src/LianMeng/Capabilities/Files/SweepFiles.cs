using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Files;

/// <summary>
/// Brings the files of a district and its rows together, once a day. A file is kept before its row is saved and removed after
/// its row is gone: whatever a crash left, in either order, is a file that nobody names, and goes here once it is an hour old.
/// A row whose content is gone can only come of a damaged disk; it is reported.
/// </summary>
public sealed class SweepFiles(UseCaseContext context, FileStore store, SweepLock sweeping, FileLimits limits) : Command<SweepFiles.Input, SweepFiles.Result>(context)
{
    /// <summary>An upload that takes longer than this between its file and its row is swept away, and refused.</summary>
    public static readonly TimeSpan Youngest = TimeSpan.FromHours(1);

    private const int Most = 2000;

    public sealed class Input;

    /// <param name="Ended">rows whose days of grace are over</param>
    /// <param name="Orphans">files that no row named</param>
    /// <param name="Missing">rows without content, known before or not</param>
    public sealed record Result(int Ended, int Orphans, int Uploads, int Drafts, int Missing);

    public override Access Access => Access.Program;

    protected override string? LockName(Input input) => AttachFile.LockOf(Actor.WriteDistrict);

    protected override async Task<Outcome<Result>> HandleAsync(Input input, CancellationToken cancellation)
    {
        using var held = sweeping.TrySweep();
        if (held is null) return Outcome<Result>.Refused("正在备份，文件暂不清理；稍后自动再试。");

        // Before the rows change: a row that ends today keeps its content until tomorrow, so that a save that fails loses nothing.
        var orphans = await SweepOrphansAsync(cancellation);
        var missing = await NoteMissingAsync(cancellation);
        var ended = await EndRemovedAsync(cancellation);
        var uploads = await SweepUploadsAsync(cancellation);
        var drafts = store.RemoveDrafts(Now - Youngest);
        if (ended + orphans + uploads + drafts > 0) Record(new FilesSwept(ended, orphans, uploads, drafts));
        return Outcome<Result>.Done(new(ended, orphans, uploads, drafts, missing));
    }

    private async Task<int> SweepOrphansAsync(CancellationToken cancellation)
    {
        var before = Now - Youngest;
        var swept = 0;
        foreach (var blobs in store.List(FileArea.Files, Actor.WriteDistrict).Where(b => b.At < before).Chunk(500))
        {
            var hashes = blobs.Select(b => b.Hash).ToList();
            var named = (await Db.WithRemoved<StoredFile>().Where(f => f.DistrictId == Actor.WriteDistrict && hashes.Contains(f.Hash)).Select(f => f.Hash).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
            foreach (var blob in blobs.Where(b => !named.Contains(b.Hash)))
            {
                store.Remove(FileArea.Files, blob.DistrictId, blob.Hash);
                swept++;
            }
        }

        return swept;
    }

    private async Task<int> NoteMissingAsync(CancellationToken cancellation)
    {
        var known = await Db.Set<StoredFile>().Where(f => f.DistrictId == Actor.WriteDistrict).Select(f => new { f.Id, f.Hash, Missing = f.MissingSince != null }).ToListAsync(cancellation);
        var there = known.ToLookup(f => store.Has(FileArea.Files, Actor.WriteDistrict, f.Hash));
        List<Guid> lost = [.. there[false].Where(f => !f.Missing).Select(f => f.Id).Take(Most)];
        List<Guid> returned = [.. there[true].Where(f => f.Missing).Select(f => f.Id).Take(Most)];
        foreach (var file in await Db.Set<StoredFile>().Where(f => lost.Contains(f.Id) || returned.Contains(f.Id)).ToListAsync(cancellation)) file.Note(lost.Contains(file.Id), Now);
        if (lost.Count + returned.Count > 0) Record(new FilesMissing(lost, returned));
        return there[false].Count();
    }

    private async Task<int> EndRemovedAsync(CancellationToken cancellation)
    {
        var before = Now - limits.Grace;
        var over = await Db.WithRemoved<StoredFile>().Where(f => f.DistrictId == Actor.WriteDistrict && f.RemovedAt < before).OrderBy(f => f.RemovedAt).Take(Most).ToListAsync(cancellation);
        Db.RemoveRange(over);
        return over.Count;
    }

    /// <summary>A roster goes some months after it was last sent or its import ended; one whose import has not ended stays.</summary>
    private async Task<int> SweepUploadsAsync(CancellationToken cancellation)
    {
        var before = Now - limits.OfUpload;
        var swept = 0;
        foreach (var upload in store.List(FileArea.Uploads, Actor.WriteDistrict).Where(b => b.At < before))
        {
            if (await Db.Set<Operation>().AnyAsync(o => o.DistrictId == Actor.WriteDistrict && o.Input.Contains(upload.Hash) && (o.FinishedAt == null || o.FinishedAt >= before), cancellation)) continue;
            store.Remove(FileArea.Uploads, upload.DistrictId, upload.Hash);
            Db.RemoveRange(await Db.Set<SentFile>().Where(f => f.DistrictId == Actor.WriteDistrict && f.FileHash == upload.Hash).ToListAsync(cancellation));
            swept++;
        }

        return swept;
    }
}
