using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Limits;
using LianMeng.Shared.Spreadsheets;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Imports;

/// <summary>An import, for those who know it only as one: its pages, its endpoints, the console.</summary>
public abstract class ImportCommand(UseCaseContext context) : Command<ImportCommand.Input, ImportReport>(context), IResultPage
{
    public sealed class Input
    {
        [Display(Name = "文件"), Required, StringLength(64, MinimumLength = 64)]
        public string? FileHash { get; set; }

        [Display(Name = "文件名"), Required, StringLength(200)]
        public string? FileName { get; set; }

        [Display(Name = "确认导入")]
        public bool Commit { get; set; }

        /// <summary>The preview that was confirmed; none for a caller who asked for no preview.</summary>
        [Display(Name = "预览"), StringLength(64)]
        public string? Basis { get; set; }
    }

    /// <summary>What is imported. It must not depend on the instance: pages and endpoints read it from an uninitialised object.</summary>
    public abstract ImportKind Kind { get; }

    /// <summary>Opens the files.</summary>
    public abstract ImportSource Source { get; }

    /// <summary>
    /// Who may have the rejected rows of any file of this kind sent in the district, not only of the own ones: whoever may read all that such a file
    /// says, without a telephone (each look at one is recorded) and without the limits of an alliance. Null: nobody else.
    /// </summary>
    protected virtual Permission? ReadBy => null;

    /// <summary>The firm whose own file the actor would send: its colleagues share it. Null for those who import for a whole district.</summary>
    protected virtual Guid? SentFor => null;

    string IResultPage.ResultPage => Kind.PageHref;

    /// <summary>May the actor have what was rejected of this file? Only of one that was sent as this kind.</summary>
    internal async Task<bool> MayHaveRejectedAsync(string fileHash, CancellationToken cancellation)
    {
        if (Actor.Trusted) return true;
        var (person, firm, all) = (Actor.UserId, SentFor, ReadBy is { } permission && Actor.May(permission));
        return await Sent(fileHash).AnyAsync(f => all || f.SentBy == person || (firm != null && f.OrganisationId == firm), cancellation);
    }

    /// <summary>Notes whose file it is, before anything is read of it: a preview saves nothing else, and its rejected rows are to be had.</summary>
    protected async Task NoteSenderAsync(string fileHash, CancellationToken cancellation)
    {
        if (Actor.UserId is not { } person) return;
        var firm = SentFor;
        if (await Sent(fileHash).AnyAsync(f => f.SentBy == person && f.OrganisationId == firm, cancellation)) return;
        Db.Add(SentFile.Of(fileHash, Kind.Key, person, firm));
        await Db.SaveChangesAsync(cancellation);
    }

    private IQueryable<SentFile> Sent(string fileHash)
    {
        var kind = Kind.Key;
        return Db.Set<SentFile>().Where(f => f.DistrictId == Actor.WriteDistrict && f.FileHash == fileHash && f.Kind == kind);
    }

    /// <summary>Counted where a file comes in: looking at it and confirming it are one import.</summary>
    internal (TimeSpan Wait, string Message)? SpendUpload()
        => Context.Services.GetRequiredService<Budgets>().Spend(Limits.Budget.Imports, Context.Actors);
}

/// <summary>
/// Takes a file over: every row is checked before anything is saved; without <see cref="ImportCommand.Input.Commit"/> it says
/// what would happen. The same file twice changes nothing.
/// </summary>
public abstract class ImportCommand<TDetails>(UseCaseContext context, ImportSource<TDetails> source, FileStore storage, OperationProgress progress)
    : ImportCommand(context)
    where TDetails : class
{
    /// <summary>Rows after which what is to be saved is written and let go of: a roster of 100 000 is not held whole. A smaller one is written at the end, so that on SQLite others may write meanwhile.</summary>
    internal const int FlushRows = 2000;

    public sealed override ImportSource Source => source;

    /// <summary>The file that is being taken over.</summary>
    protected Input Upload { get; private set; } = new();

    /// <summary>Finds what the rows mean, counts them in the tally, and with <paramref name="commit"/> changes and records; a preview's changes are forgotten.</summary>
    protected abstract Task TakeAsync(IReadOnlyList<ImportSource<TDetails>.Line> lines, ImportTally tally, bool commit, CancellationToken cancellation);

    /// <summary>The fact that a file was taken over.</summary>
    protected abstract Fact Imported(string fileHash, ImportTally tally);

    /// <summary>Why this actor can import nothing at all, whatever the file says; null when nothing is in the way.</summary>
    protected virtual string? Refusal() => null;

    /// <summary>What a person should look at before confirming.</summary>
    protected virtual IEnumerable<string> Warnings(ImportTally tally) => [];

    protected sealed override Outcome<ImportReport> OnDuplicate()
        => Outcome<ImportReport>.Refused($"导入期间{Kind.Name}里刚好新增了同样的内容，没有保存任何内容；请重新预览后再导入。");

    protected sealed override async Task<Outcome<ImportReport>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Refusal() is { } refusal) return Outcome<ImportReport>.Refused(refusal);
        Upload = input;
        if (!storage.HasUpload(Actor.WriteDistrict, input.FileHash))
            return Outcome<ImportReport>.Invalid("file", "上传的文件已被清理，请重新选择文件。");
        await NoteSenderAsync(input.FileHash!, cancellation);
        try
        {
            using var open = source.Open(Actor.WriteDistrict, input.FileHash!, input.FileName!);
            return await ReadAsync(open, input, cancellation);
        }
        catch (SpreadsheetException e)
        {
            return Outcome<ImportReport>.Invalid("file", e.Message);
        }
    }

    private async Task<Outcome<ImportReport>> ReadAsync(OpenImport open, Input input, CancellationToken cancellation)
    {
        using var tally = new ImportTally();
        var (rows, unwritten) = (0, 0);
        await foreach (var lines in source.BatchesAsync(open, cancellation))
        {
            foreach (var line in lines.Where(l => l.Details is null)) tally.Reject(line.Row);
            await TakeAsync([.. lines.Where(l => l.Details is not null)], tally, input.Commit, cancellation);
            rows += lines.Count;
            if (input.Commit && (unwritten += lines.Count) > FlushRows)
            {
                await Db.FlushAsync(cancellation);
                unwritten = 0;
            }

            progress.Report(rows, 0, input.Commit ? "正在核对并准备保存" : "正在逐行核对");
        }

        if (!input.Commit) Db.Forget();
        var basis = tally.Basis();
        // Confirmed twice, there is nothing left to save: no reason to speak of a register that moved.
        if (input is { Commit: true, Basis: { } seen } && seen != basis && tally.Saved > 0)
        {
            Db.Forget();
            return Outcome<ImportReport>.Refused($"预览之后{Kind.Name}有了变化，没有保存任何内容；请重新预览，核对后再确认。");
        }

        if (rows == 0) return Outcome<ImportReport>.Invalid("file", "表头下面没有数据行，请填写后再上传。");
        if (input.Commit && tally.Saved > 0)
        {
            progress.Report(rows, rows, "正在保存");
            Record(Imported(input.FileHash!, tally));
        }

        return Outcome<ImportReport>.Done(tally.Report(input, basis, [.. Notes(open.Table), .. Warnings(tally)]));
    }

    private static List<string> Notes(RosterTable table)
    {
        var notes = new List<string>();
        if (table.IgnoredTitles.Count > 0) notes.Add($"这些列不认识，没有读取：{string.Join("、", table.IgnoredTitles)}。");
        if (table.LeftOut.Count > 0) notes.Add($"{table.LeftOut.Count} 行是合计、填表人、备注等，没有当作数据读取（第 {string.Join("、", table.LeftOut.Take(10))} 行{(table.LeftOut.Count > 10 ? "等" : "")}）。");
        if (table.OtherSheets.Count > 0) notes.Add($"只读取了工作表“{table.SheetName}”；另有工作表 {string.Join("、", table.OtherSheets)} 也像{table.Schema.Name}，请分别上传。");
        return notes;
    }
}
