using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.PartyOrganisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>Party organisations, by name, type or superior. Its columns are those of the import: an export can be taken in again.</summary>
public sealed class ListPartyOrganisations(UseCaseContext context, FirmDirectory firms) : Query<ListPartyOrganisations.Filter, ListPartyOrganisations.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "类型")]
        public PartyOrganisationType? Type { get; set; }

        [Display(Name = "功能型")]
        public bool? IsFunctional { get; set; }

        [Display(Name = "上级")]
        public Guid? SuperiorId { get; set; }

        [Display(Name = "单位")]
        public Guid? OrganisationId { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "党组织名称")] public string Name { get; init; } = "";
        [Display(Name = "类型")] public PartyOrganisationType Type { get; init; }
        [Display(Name = "功能型")] public bool IsFunctional { get; init; }
        [Display(Name = "上级党组织")] public string? Superior { get; init; }
        [Display(Name = "覆盖单位")] public string Covers { get; set; } = "";
        [Display(Name = "正式党员")] public int? FullMembers { get; init; }
        [Display(Name = "预备党员")] public int? ProbationaryMembers { get; init; }
        public int Units { get; init; }

        internal string SortKey { get; init; } = "";
        internal string SearchText { get; init; } = "";
        internal Guid? SuperiorId { get; init; }
    }

    public override Access Access => Access.Needs(PartyOrganisationsCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["name"] = r => r.SortKey,
        ["members"] = r => r.FullMembers,
        ["units"] = r => r.Units,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var seen = Db.SeenBy(Actor);
        if (filter.OrganisationId is { } organisation) seen = seen.Where(p => p.Covers.Any(c => c.OrganisationId == organisation));
        var all = Db.Set<PartyOrganisation>();
        var rows = seen.Select(p => new Row
        {
            Id = p.Id, Name = p.Name, Type = p.Type, IsFunctional = p.IsFunctional, SuperiorId = p.SuperiorId,
            Superior = all.Where(s => s.Id == p.SuperiorId).Select(s => s.Name).FirstOrDefault(),
            FullMembers = p.FullMembers, ProbationaryMembers = p.ProbationaryMembers, Units = p.Covers.Count, SortKey = p.SortKey, SearchText = p.SearchText,
        });
        if (filter.Type is { } type) rows = rows.Where(r => r.Type == type);
        if (filter.IsFunctional is { } functional) rows = rows.Where(r => r.IsFunctional == functional);
        if (filter.SuperiorId is { } superior) rows = rows.Where(r => r.SuperiorId == superior);
        foreach (var word in filter.Words)
        {
            var lower = word.ToLowerInvariant();
            rows = rows.Where(r => r.SearchText.Contains(lower));
        }

        return rows;
    }

    protected override async Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        foreach (var part in rows.Chunk(500))
        {
            var ids = part.Select(r => r.Id).ToList();
            var covered = (await Db.Set<PartyCoverage>().AsNoTracking().Where(c => ids.Contains(c.PartyOrganisationId))
                .Join(firms.Firms(), c => c.OrganisationId, f => f.Id, (c, f) => new { c.PartyOrganisationId, f.Name, f.SortKey }).ToListAsync(cancellation)).ToLookup(c => c.PartyOrganisationId);
            foreach (var row in part) row.Covers = string.Join('；', covered[row.Id].OrderBy(c => c.SortKey, StringComparer.Ordinal).Select(c => c.Name));
        }
    }
}
