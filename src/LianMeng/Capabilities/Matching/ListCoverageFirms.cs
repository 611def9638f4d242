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
        [Display(Name = "产品名(个)")] public int Names { get; init; }
        [Display(Name = "认得(个)")] public int Known { get; init; }
        [Display(Name = "区县")] public string District { get; init; } = "";
        internal string SortKey { get; init; } = "";
    }

    public override Access Access => Access.Needs(MatchingCapability.Words);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["firm"] = r => r.SortKey,
        ["names"] = r => r.Names,
        ["known"] = r => r.Known,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    private protected override async Task<IQueryable<Row>> SourceAsync(Filter filter, CancellationToken cancellation)
    {
        known = await book.KnownAsync(cancellation);
        return Rows(filter);
    }

    protected override IQueryable<Row> Rows(Filter filter) => Rows(filter, null);

    /// <summary>Which firms a page shows is asked without counting their names.</summary>
    protected override IQueryable<Row> RowsOf(List<Guid> ids) => Rows(new(), ids);

    /// <summary>Each district's firms beside what is known there: synonyms and atlases are a district's own.</summary>
    private IQueryable<Row> Rows(Filter filter, List<Guid>? ids)
    {
        var some = ids is null ? firms.Firms() : firms.Firms().Where(f => ids.Contains(f.Id));
        Guid[] read = filter.DistrictId is { } one ? [one] : Actor.ReadDistricts;
        Guid[] nameless = [.. read.Where(d => !known.ContainsKey(d))];
        var rows = read.Except(nameless).Select(d => Of(filter, some.Where(f => f.DistrictId == d), known[d])).ToList();
        if (nameless.Length > 0) rows.Add(Of(filter, some.Where(f => nameless.Contains(f.DistrictId)), []));
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

        var all = lines.Lines();
        var understood = all.Where(l => names.Contains(l.Product));
        if (filter.Naming is FirmNaming.Known) some = some.Where(f => understood.Any(l => l.OrganisationId == f.Id));
        else if (filter.Naming is FirmNaming.Unknown) some = some.Where(f => all.Any(l => l.OrganisationId == f.Id) && !understood.Any(l => l.OrganisationId == f.Id));
        else if (filter.Naming is FirmNaming.None) some = some.Where(f => !all.Any(l => l.OrganisationId == f.Id));
        return from firm in some
               join district in Db.Set<District>() on firm.DistrictId equals district.Id
               select new Row
               {
                   Id = firm.Id, Name = firm.Name, Uscc = firm.Uscc, SortKey = firm.SortKey, District = district.Name,
                   Names = all.Where(l => l.OrganisationId == firm.Id).Select(l => l.Product).Distinct().Count(),
                   Known = understood.Where(l => l.OrganisationId == firm.Id).Select(l => l.Product).Distinct().Count(),
               };
    }
}
