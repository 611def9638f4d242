using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>All sites of the register.</summary>
public sealed class ListSites(UseCaseContext context) : Query<ListSites.Filter, ListSites.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "用途")]
        public SiteKind? Kind { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid OrganisationId { get; init; }
        [Display(Name = "企业")] public string Organisation { get; init; } = "";
        [Display(Name = "统一社会信用代码")] public string? Uscc { get; init; }
        [Display(Name = "厂区")] public string Name { get; init; } = "";
        [Display(Name = "用途")] public SiteKind Kind { get; init; }
        [Display(Name = "地址")] public string? Address { get; init; }
        [Display(Name = "行政区划代码")] public string? RegionCode { get; init; }
        [Display(Name = "产能")] public string? Capacity { get; init; }
        [Display(Name = "填写时间")] public DateTime EnteredAt { get; init; }
        internal string SortKey { get; init; } = "";
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["firm"] = r => r.SortKey,
        ["entered"] = r => r.EnteredAt,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var rows = Db.Set<OrganisationSite>().AsNoTracking().Join(Db.Set<Organisation>().AsNoTracking(), s => s.OrganisationId, o => o.Id, (s, o) => new { Line = s, Firm = o });
        if (filter.Kind is { } kind) rows = rows.Where(x => x.Line.Kind == kind);
        if (filter.Query is { } text)
        {
            var (word, lower) = (text.Trim(), text.Trim().ToLowerInvariant());
            rows = rows.Where(x => x.Line.Name.Contains(word) || x.Firm.SearchText.Contains(lower));
        }

        return rows.Select(x => new Row
        {
            Id = x.Line.Id,
            OrganisationId = x.Firm.Id,
            Organisation = x.Firm.Name,
            Uscc = x.Firm.Uscc,
            Name = x.Line.Name,
            Kind = x.Line.Kind,
            Address = x.Line.Address,
            RegionCode = x.Line.RegionCode,
            Capacity = x.Line.Capacity,
            EnteredAt = x.Line.EnteredAt,
            SortKey = x.Firm.SortKey,
        });
    }
}
