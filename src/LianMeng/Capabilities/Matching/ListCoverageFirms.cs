using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>The enterprises behind the coverage: how many product names each has in the register, and how many of them are known.</summary>
public sealed class ListCoverageFirms(UseCaseContext context, NameBook book, ProductRows lines, FirmDirectory firms) : Query<ListCoverageFirms.Filter, ListCoverageFirms.Row>(context)
{
    /// <summary>Firms whose names are asked for by one question; an export has many.</summary>
    private const int Batch = 500;

    private IReadOnlyDictionary<Guid, List<string>> known = new Dictionary<Guid, List<string>>();

    public sealed class Filter : ListFilter
    {
        [Display(Name = "产品名")]
        public FirmNaming? Naming { get; set; }

        [Display(Name = "区县")]
        public Guid? DistrictId { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "企业")] public string Name { get; init; } = "";
        [Display(Name = "统一社会信用代码")] public string? Uscc { get; init; }
        [Display(Name = "产品名(个)")] public int Names { get; set; }
        [Display(Name = "认得(个)")] public int Known { get; set; }
        [Display(Name = "区县")] public string District { get; init; } = "";
        internal Guid DistrictId { get; init; }
        internal string SortKey { get; init; } = "";
    }

    public override Access Access => Access.Needs(MatchingCapability.Words);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["firm"] = r => r.SortKey,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    private protected override async Task<IQueryable<Row>> SourceAsync(Filter filter, CancellationToken cancellation)
    {
        known = await book.KnownAsync(cancellation);
        return Rows(filter);
    }

    /// <summary>Each district's firms beside what is known there: synonyms and atlases are a district's own.</summary>
    protected override IQueryable<Row> Rows(Filter filter)
    {
        Guid[] read = filter.DistrictId is { } one ? [one] : Actor.ReadDistricts;
        Guid[] nameless = [.. read.Where(d => !known.ContainsKey(d))];
        var rows = read.Except(nameless).Select(d => Of(filter, firms.Firms().Where(f => f.DistrictId == d), known[d])).ToList();
        if (nameless.Length > 0) rows.Add(Of(filter, firms.Firms().Where(f => nameless.Contains(f.DistrictId)), []));
        return rows.Aggregate((all, more) => all.Concat(more));
    }

    private IQueryable<Row> Of(Filter filter, IQueryable<FirmDirectory.Row> some, List<string> names)
    {
        some = some.Where(f => f.Kind == OrganisationKind.Enterprise);
        foreach (var word in filter.Words)
        {
            var lower = word.ToLowerInvariant();
            some = some.Where(f => f.SearchText.Contains(lower));
        }

        // Sets of ids, made once: asked firm by firm, SQLite went through all known names for each of them (a minute at 100 000 firms).
        var naming = lines.Uses().Select(u => u.OrganisationId);
        var understood = lines.Uses().Where(u => names.Contains(u.Product)).Select(u => u.OrganisationId);
        if (filter.Naming is FirmNaming.Known) some = some.Where(f => understood.Contains(f.Id));
        else if (filter.Naming is FirmNaming.Unknown) some = some.Where(f => naming.Contains(f.Id) && !understood.Contains(f.Id));
        else if (filter.Naming is FirmNaming.None) some = some.Where(f => !naming.Contains(f.Id));
        return from firm in some
               join district in Db.Set<District>() on firm.DistrictId equals district.Id
               select new Row { Id = firm.Id, Name = firm.Name, Uscc = firm.Uscc, SortKey = firm.SortKey, DistrictId = firm.DistrictId, District = district.Name };
    }

    protected override async Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var knownIn = known.ToDictionary(k => k.Key, k => k.Value.ToHashSet(StringComparer.Ordinal));
        foreach (var part in rows.Chunk(Batch))
        {
            var ids = part.Select(r => r.Id).ToList();
            var written = (await lines.Lines().Where(l => ids.Contains(l.OrganisationId)).Select(l => new { l.OrganisationId, l.Product }).Distinct().ToListAsync(cancellation)).ToLookup(l => l.OrganisationId, l => l.Product);
            foreach (var row in part) (row.Names, row.Known) = (written[row.Id].Count(), written[row.Id].Count(name => knownIn.GetValueOrDefault(row.DistrictId)?.Contains(name) == true));
        }
    }
}
