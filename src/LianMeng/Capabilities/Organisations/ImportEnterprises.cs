using LianMeng.Capabilities.Districts.Public;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Takes a roster over: new firms are registered, known ones get what the roster says of them.</summary>
public sealed class ImportEnterprises(UseCaseContext context, EnterpriseRoster roster, FileStore storage, OperationProgress progress)
    : ImportCommand<OrganisationDetails>(context, roster, storage, progress)
{
    private readonly List<string> namesakes = [];
    private readonly List<int> elsewhere = [];
    private string? home;

    public override Access Access => Access.Needs(OrganisationsCapability.Change);

    public override ImportKind Kind => EnterpriseRoster.Kind;

    protected override Fact Imported(string fileHash, ImportTally tally) => new RosterImported(fileHash, tally.New, tally.Changed, tally.Same, tally.RejectedRows);

    /// <summary>A known code under another name is a renamed firm or a wrong code: only a person can tell.</summary>
    protected override IEnumerable<string> Warnings(ImportTally tally) => [.. namesakes, .. Elsewhere(), .. Renamed(tally)];

    /// <summary>A place of another district may be a slip, or a firm of the neighbours.</summary>
    private IEnumerable<string> Elsewhere()
        => elsewhere.Count == 0 ? [] : [$"{elsewhere.Count} 行的行政区划不是本区县（第 {string.Join("、", elsewhere.Take(10))} 行{(elsewhere.Count > 10 ? "等" : "")}），请核对是否应登记在别的区县。"];

    private static IEnumerable<string> Renamed(ImportTally tally) => tally.Lines.Where(l => !l.IsNew && l.Changes.Any(c => c.Field == "名称")).Take(20)
        .Select(l => $"第 {l.Row} 行：统一社会信用代码在名册中属于“{l.Changes.First(c => c.Field == "名称").Before}”，文件中是“{l.Name}”；请核对是企业改名，还是代码填错。");

    protected override async Task TakeAsync(IReadOnlyList<ImportSource<OrganisationDetails>.Line> lines, ImportTally tally, bool commit, CancellationToken cancellation)
    {
        home ??= await Db.Set<District>().AsNoTracking().Where(d => d.Id == Actor.WriteDistrict).Select(d => d.RegionCode).FirstOrDefaultAsync(cancellation) ?? "";
        elsewhere.AddRange(lines.Where(l => home.Length > 0 && l.Details!.RegionCode is { } region && Region.Find(region)?.Current.Code is { } current && current != home && !home.EndsWith("00", StringComparison.Ordinal)).Select(l => l.Row.RowNumber));
        var known = await KnownAsync(lines, cancellation);
        foreach (var line in lines) Take(line.Row.RowNumber, line.Details!, known, tally, commit);
        if (!commit) LetGo(known.Firms);
    }

    /// <summary>A preview keeps in memory what it would change, and no more.</summary>
    private void LetGo(IEnumerable<Organisation> firms)
    {
        foreach (var firm in firms)
        {
            IEnumerable<object> whole = [firm, .. firm.Products, .. firm.Qualifications, .. firm.Contacts, .. firm.Sites, .. firm.Formers];
            var entries = whole.Select(Db.Entry).ToList();
            if (!entries.TrueForAll(e => e.State == EntityState.Unchanged)) continue;
            foreach (var entry in entries.AsEnumerable().Reverse()) entry.State = EntityState.Detached;
        }
    }

    private void Take(int row, OrganisationDetails details, Known known, ImportTally tally, bool commit)
    {
        var firm = known.Find(details);
        if (firm is null)
        {
            if (known.Namesake(details) is { } namesake && namesakes.Count < 20)
                namesakes.Add($"第 {row} 行：名册里有同名的待核码单位“{namesake.Name}”，行政区划是 {namesake.RegionCode}，与这一行的 {details.RegionCode} 不同，所以没有补上代码，另行登记；如果是同一家，请先改成同一个行政区划再导入。");
            var created = Organisation.Register(details, DataSource.Roster, Now, Actor.UserId);
            Count(tally, row, created, created.Name, isNew: true, []);
            if (!commit) return;
            Db.Add(created);
            roster.Registered.Add(created.Id);
            Record(new OrganisationRegistered(created.Id, DataSource.Roster));
            return;
        }

        // A preview changes the loaded firms too and forgets them: a second row of the same firm then sees the first, as in
        // the import, and both come to the same fingerprint.
        var changes = firm.Change(known.AsOf(firm, details), DataSource.Roster, Now, Actor.UserId);
        Count(tally, row, firm, details.Name, isNew: false, changes);
        if (commit && changes.Count > 0) Record(new OrganisationChanged(firm.Id, DataSource.Roster, changes));
    }

    private static void Count(ImportTally tally, int row, Organisation firm, string name, bool isNew, IReadOnlyList<FieldChange> changes)
    {
        tally.Take(new(row, name, firm.Uscc, isNew, changes) { Detail = $"{firm.Uscc ?? "待核码"}{(!isNew && firm.NameKey != Organisation.KeyOf(name) ? $"，名册中为“{firm.Name}”" : "")}" }, isNew ? "" : firm.Id.ToString());
        if (firm.AwaitsCode && !changes.Any(c => c.Field == "统一社会信用代码")) tally.AwaitingCode++;
    }

    private async Task<Known> KnownAsync(IReadOnlyList<ImportSource<OrganisationDetails>.Line> lines, CancellationToken cancellation)
    {
        var codes = lines.Select(l => l.Details!.Uscc).OfType<string>().ToList();
        var names = lines.Select(l => Organisation.KeyOf(l.Details!.Name)).ToList();
        var found = lines.Select(l => l.Details!.Found).OfType<Guid>().ToList();
        var district = Actor.WriteDistrict;
        var former = await Db.Set<FormerIdentity>().AsNoTracking().Where(f => f.DistrictId == district && (codes.Contains(f.Key) || names.Contains(f.Key)))
            .Select(f => new { f.OrganisationId, f.Key }).ToListAsync(cancellation);
        var left = former.Select(f => f.OrganisationId).Distinct().ToList();
        var firms = await Db.Set<Organisation>().Whole()
            .Where(o => o.DistrictId == district && (codes.Contains(o.Uscc!) || names.Contains(o.NameKey) || left.Contains(o.Id) || found.Contains(o.Id))).ToListAsync(cancellation);
        // Firms of this very file that are written already are not known: the preview did not know them either.
        return new([.. firms.Where(f => !roster.Registered.Contains(f.Id))], [.. former.Select(f => (f.OrganisationId, f.Key))]);
    }

    /// <summary>The firms of the register that a batch of rows may mean.</summary>
    private sealed class Known(List<Organisation> firms, HashSet<(Guid Id, string Key)> former)
    {
        public IReadOnlyList<Organisation> Firms => firms;

        private readonly Dictionary<string, Organisation> byCode = firms.Where(f => f.Uscc is not null).ToDictionary(f => f.Uscc!, StringComparer.Ordinal);
        private readonly ILookup<string, Organisation> byName = firms.ToLookup(f => f.NameKey, StringComparer.Ordinal);

        private readonly ILookup<string, Organisation> byFormer = former.SelectMany(f => firms.Where(firm => firm.Id == f.Id).Select(firm => (f.Key, Firm: firm)))
            .ToLookup(f => f.Key, f => f.Firm, StringComparer.Ordinal);

        /// <summary>An old roster has old names and codes: they find the firm and do not bring themselves back.</summary>
        public OrganisationDetails AsOf(Organisation firm, OrganisationDetails details) => details with
        {
            Name = details.Found == firm.Id || former.Contains((firm.Id, Organisation.KeyOf(details.Name))) ? firm.Name : details.Name,
            Uscc = details.Uscc is { } code && former.Contains((firm.Id, code)) ? firm.Uscc : details.Uscc,
        };

        /// <summary>By code; else a firm without code of the same name gets its code now; a row without code means the one firm of its name.</summary>
        public Organisation? Find(OrganisationDetails details)
        {
            if (details.Uscc is { } code && byCode.TryGetValue(code, out var same)) return same;
            if (details.Found is { } found && firms.Find(f => f.Id == found) is { } meant) return meant;
            var named = byName[Organisation.KeyOf(details.Name)].ToList();
            if (details.Uscc is { } stated) return named.SingleOrDefault(f => f.AwaitsCode && !LiesElsewhere(f, details)) ?? Only(byFormer[stated]);
            return named.Count == 1 ? named[0] : named.FirstOrDefault(f => f.AwaitsCode) ?? (named.Count == 0 ? Only(byFormer[Organisation.KeyOf(details.Name)]) : null);
        }

        /// <summary>A firm of that name still awaits its code, but lies in another county: the code is not put on it.</summary>
        public Organisation? Namesake(OrganisationDetails details)
            => details.Uscc is null ? null : byName[Organisation.KeyOf(details.Name)].FirstOrDefault(f => f.AwaitsCode && LiesElsewhere(f, details));

        private static bool LiesElsewhere(Organisation firm, OrganisationDetails details)
            => firm.RegionCode is { } known && details.RegionCode is { } stated && Region.Find(known)?.Current.Code != Region.Find(stated)?.Current.Code;

        /// <summary>One, or nobody can tell which.</summary>
        private static Organisation? Only(IEnumerable<Organisation> firms) => firms.Distinct().Take(2).ToList() is [var only] ? only : null;
    }
}
