using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Spreadsheets;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>
/// Takes a roster over: every row is checked before anything is saved; without <see cref="Input.Commit"/> it says what would
/// happen. The same file twice changes nothing.
/// </summary>
public sealed class ImportEnterprises(UseCaseContext context, EnterpriseRoster roster, Storage storage, OperationProgress progress)
    : Command<ImportEnterprises.Input, ImportReport>(context)
{
    private const int Batch = 500;

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

    public override Access Access => Access.Needs(OrganisationsCapability.Change);

    protected override Outcome<ImportReport> OnDuplicate()
        => Outcome<ImportReport>.Refused("导入期间名册里刚好新增了同样的企业，没有保存任何内容；请重新预览后再导入。");

    protected override async Task<Outcome<ImportReport>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (!storage.HasUpload(Actor.WriteDistrict, input.FileHash))
            return Outcome<ImportReport>.Invalid("file", "上传的文件已被清理，请重新选择文件。");
        try
        {
            using var open = roster.Open(Actor.WriteDistrict, input.FileHash!, input.FileName!);
            return await ReadAsync(open, input, cancellation);
        }
        catch (SpreadsheetException e)
        {
            return Outcome<ImportReport>.Invalid("file", e.Message);
        }
    }

    private async Task<Outcome<ImportReport>> ReadAsync(EnterpriseRoster.OpenRoster open, Input input, CancellationToken cancellation)
    {
        var tally = new Tally();
        var rows = 0;
        foreach (var lines in open.Lines().Chunk(Batch))
        {
            var known = await KnownAsync(lines, cancellation);
            foreach (var line in lines) Take(line, known, tally, input.Commit);
            rows += lines.Length;
            progress.Report(rows, 0, input.Commit ? "正在核对并准备保存" : "正在逐行核对");
        }

        if (!input.Commit) Db.Forget();
        var basis = tally.Basis();
        // Confirmed twice, there is nothing left to save: no reason to speak of a register that moved.
        if (input is { Commit: true, Basis: { } seen } && seen != basis && tally.New + tally.Changed > 0)
        {
            Db.Forget();
            return Outcome<ImportReport>.Refused("预览之后名册有了变化，没有保存任何内容；请重新预览，核对后再确认。");
        }

        if (rows == 0) return Outcome<ImportReport>.Invalid("file", "表头下面没有数据行，请填写后再上传。");
        if (input.Commit && tally.New + tally.Changed > 0)
        {
            progress.Report(rows, rows, "正在保存");
            Record(new RosterImported(input.FileHash!, tally.New, tally.Changed, tally.Same, tally.RejectedRows));
        }

        return Outcome<ImportReport>.Done(tally.Report(input, basis, [.. Notes(open.Table), .. tally.Warnings]));
    }

    private void Take(EnterpriseRoster.Line line, Known known, Tally tally, bool commit)
    {
        if (line.Details is not { } details)
        {
            tally.Reject(line.Row);
            return;
        }

        var firm = known.Find(details);
        if (firm is null)
        {
            var created = Organisation.Register(details, DataSource.Roster, Now);
            tally.Add(line.Row.RowNumber, created, isNew: true, []);
            if (!commit) return;
            Db.Add(created);
            Record(new OrganisationRegistered(created.Id, DataSource.Roster));
            return;
        }

        // A preview changes the loaded firms too and forgets them: a second row of the same firm then sees the first, as in
        // the import, and both come to the same fingerprint.
        var changes = firm.Change(details, DataSource.Roster, Now);
        tally.Add(line.Row.RowNumber, firm, isNew: false, changes, details.Name);
        if (commit && changes.Count > 0) Record(new OrganisationChanged(firm.Id, DataSource.Roster, changes));
    }

    private async Task<Known> KnownAsync(EnterpriseRoster.Line[] lines, CancellationToken cancellation)
    {
        var codes = lines.Select(l => l.Details?.Uscc).OfType<string>().ToList();
        var names = lines.Where(l => l.Details is not null).Select(l => Organisation.KeyOf(l.Details!.Name)).ToList();
        var firms = await Db.Set<Organisation>().Include(o => o.Products).Include(o => o.Qualifications)
            .Where(o => o.DistrictId == Actor.WriteDistrict && (codes.Contains(o.Uscc!) || names.Contains(o.NameKey))).ToListAsync(cancellation);
        return new(firms);
    }

    private static List<string> Notes(RosterTable table)
    {
        var notes = new List<string>();
        if (table.IgnoredTitles.Count > 0) notes.Add($"这些列不认识，没有读取：{string.Join("、", table.IgnoredTitles)}。");
        if (table.OtherSheets.Count > 0) notes.Add($"只读取了工作表“{table.SheetName}”；另有工作表 {string.Join("、", table.OtherSheets)} 也像名册，请分别上传。");
        return notes;
    }

    /// <summary>The firms of the register that a batch of rows may mean.</summary>
    private sealed class Known(List<Organisation> firms)
    {
        private readonly Dictionary<string, Organisation> byCode = firms.Where(f => f.Uscc is not null).ToDictionary(f => f.Uscc!, StringComparer.Ordinal);
        private readonly ILookup<string, Organisation> byName = firms.ToLookup(f => f.NameKey, StringComparer.Ordinal);

        /// <summary>By code; else a firm without code of the same name gets its code now; a row without code means the one firm of its name.</summary>
        public Organisation? Find(OrganisationDetails details)
        {
            if (details.Uscc is { } code && byCode.TryGetValue(code, out var same)) return same;
            var named = byName[Organisation.KeyOf(details.Name)].ToList();
            if (details.Uscc is not null) return named.SingleOrDefault(f => f.AwaitsCode);
            return named.Count == 1 ? named[0] : named.FirstOrDefault(f => f.AwaitsCode);
        }
    }

    private sealed class Tally
    {
        private readonly List<Rejection> rejected = [];
        private readonly List<ImportReport.Line> lines = [];
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private int awaiting;

        public int New { get; private set; }
        public int Changed { get; private set; }
        public int Same { get; private set; }
        public int RejectedRows { get; private set; }

        public void Reject(ImportRow row)
        {
            RejectedRows++;
            rejected.AddRange(row.Rejections.Take(ImportReport.MostListed - Math.Min(rejected.Count, ImportReport.MostListed)));
        }

        public void Add(int row, Organisation firm, bool isNew, IReadOnlyList<Shared.Ledger.FieldChange> changes, string? name = null)
        {
            if (isNew) New++;
            else if (changes.Count > 0) Changed++;
            else Same++;
            if (firm.AwaitsCode && !changes.Any(c => c.Field == "统一社会信用代码")) awaiting++;
            // What was found decides the fingerprint: the firm and the fields that would change.
            hash.AppendData(Encoding.UTF8.GetBytes($"{row}|{(isNew ? "new" : firm.Id)}|{string.Join('|', changes.Select(c => $"{c.Field}={c.Before}>{c.After}"))}\n"));
            if ((isNew || changes.Count > 0) && lines.Count < ImportReport.MostListed)
                lines.Add(new(row, name ?? firm.Name, firm.Uscc, isNew, changes));
        }

        /// <summary>A known code under another name is a renamed firm or a wrong code: only a person can tell.</summary>
        public IEnumerable<string> Warnings => lines.Where(l => !l.IsNew && l.Changes.Any(c => c.Field == "企业名称")).Take(20)
            .Select(l => $"第 {l.Row} 行：统一社会信用代码在名册中属于“{l.Changes.First(c => c.Field == "企业名称").Before}”，文件中是“{l.Name}”；请核对是企业改名，还是代码填错。");

        public string Basis() => Convert.ToHexString(hash.GetHashAndReset());

        public ImportReport Report(Input input, string basis, IReadOnlyList<string> notes) => new()
        {
            New = New,
            Changed = Changed,
            Same = Same,
            Rejected = rejected,
            RejectedRows = RejectedRows,
            AwaitingCode = awaiting,
            Committed = input.Commit,
            Lines = lines,
            Notes = notes,
            FileName = input.FileName!,
            FileHash = input.FileHash!,
            Basis = basis,
        };
    }
}
