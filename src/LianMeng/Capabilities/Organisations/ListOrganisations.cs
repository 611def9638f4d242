using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Access;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>The register: found by name, code, pinyin or initials, or by a product.</summary>
public sealed class ListOrganisations(UseCaseContext context, Telephones telephones, SettingValues settings) : Query<ListOrganisations.Filter, ListOrganisations.Row>(context)
{
    /// <summary>For <see cref="Filter.Kind"/>: whatever is no enterprise, and all kinds.</summary>
    public const string Others = "others", All = "all";

    public sealed class Filter : ListFilter
    {
        /// <summary>Left out: enterprises, which is what figures count.</summary>
        [Display(Name = "单位类型"), StringLength(20), AllowedValues(null, "Enterprise", "Department", "Bank", "School", "Association", "Park", "Township", "PlatformCompany", Others, All)]
        public string? Kind { get; set; }

        [Display(Name = "规模")]
        public SizeClass? Size { get; set; }

        [Display(Name = "行政区划代码"), StringLength(6)]
        public string? Region { get; set; }

        [Display(Name = "产品"), StringLength(OrganisationProduct.NameLimit)]
        public string? Product { get; set; }

        [Display(Name = "资质"), StringLength(OrganisationQualification.NameLimit)]
        public string? Qualification { get; set; }

        /// <summary>True: only 待核码; false: only firms with a code, those that figures count.</summary>
        [Display(Name = "待核码")]
        public bool? AwaitsCode { get; set; }

        /// <summary>True: only those with a qualification that ends soon or ended.</summary>
        [Display(Name = "资质即将到期或已过期")]
        public bool? Expiring { get; set; }

        [Display(Name = "没有主营产品")]
        public bool? WithoutProducts { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        [Display(Name = "名称")] public string Name { get; init; } = "";
        [Display(Name = "单位类型")] public OrganisationKind Kind { get; init; }
        [Display(Name = "统一社会信用代码")] public string? Uscc { get; init; }
        [Display(Name = "行政区划代码")] public string? RegionCode { get; init; }
        [Display(Name = "园区/镇街")] public string? Park { get; init; }
        [Display(Name = "行业代码")] public string? IndustryCode { get; init; }
        [Display(Name = "规模")] public SizeClass Size { get; init; }
        [Display(Name = "从业人员")] public int? Staff { get; set; }
        [Display(Name = "营业收入(万元)")] public decimal? Revenue { get; set; }
        [Display(Name = "主营产品")] public string Makes { get; set; } = "";
        [Display(Name = "更新时间")] public DateTime UpdatedAt { get; init; }

        internal string SortKey { get; init; } = "";
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts
    {
        get
        {
            var sorts = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
            {
                ["name"] = r => r.SortKey,
                ["uscc"] = r => r.Uscc,
                ["industry"] = r => r.IndustryCode,
                ["updated"] = r => r.UpdatedAt,
            };
            // An order is a leak too: by revenue only for those who may see it.
            if (!SeesPrivate) return sorts;
            sorts["staff"] = r => r.Staff;
            sorts["revenue"] = r => r.Revenue;
            return sorts;
        }
    }

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    private bool SeesPrivate => Actor.May(OrganisationsCapability.ReadPrivate);

    protected override IQueryable<Row> RowsOf(List<Guid> ids) => Shown(Db.Set<Organisation>().AsNoTracking().Where(o => ids.Contains(o.Id)));

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var firms = Db.Set<Organisation>().AsNoTracking();
        // The fence says the same of a list; of a single district the index gives the rows in their order. The city itself has no firms.
        if (Actor.ReadDistricts.Where(d => d != DistrictIds.City).ToList() is [var only]) firms = firms.Where(o => o.DistrictId == only);
        foreach (var word in filter.Words)
        {
            var lower = word.ToLowerInvariant();
            // IndexOf: of Chinese text PostgreSQL looks through a hundred thousand rows in 45 ms so, and in 360 ms by the LIKE that Contains becomes.
#pragma warning disable CA1310, CA2249
            // A telephone finds its firm, whole numbers only, for those who may see it.
            if (SeesPrivate && telephones.Digests(word) is { Count: > 0 } digests)
            {
                var called = Db.Set<OrganisationContact>().Where(c => digests.Contains(c.PhoneDigest!)).Select(c => c.OrganisationId);
                firms = firms.Where(o => o.SearchText.IndexOf(lower) >= 0 || called.Contains(o.Id));
            }
            else
            {
                var makers = Db.Set<OrganisationProduct>().Where(p => p.Role == ProductRole.Makes && p.Name.IndexOf(word) >= 0).Select(p => p.OrganisationId);
                firms = firms.Where(o => o.SearchText.IndexOf(lower) >= 0 || o.ProductText!.IndexOf(lower) >= 0 || (o.ProductText == null && makers.Contains(o.Id)));
            }
#pragma warning restore CA1310, CA2249
        }

        firms = filter.Kind switch
        {
            All => firms,
            Others => firms.Where(o => o.Kind != OrganisationKind.Enterprise),
            { } named when Enum.Parse<OrganisationKind>(named) is var kind => firms.Where(o => o.Kind == kind),
            _ => firms.Where(o => o.Kind == OrganisationKind.Enterprise),
        };
        if (filter.Size is { } size) firms = firms.Where(o => o.Size == size);
        if (filter.Region is { } region) firms = firms.Where(o => o.RegionCode == region);
        if (filter.Product is { } product) firms = firms.Where(o => o.Products.Any(p => p.Role == ProductRole.Makes && p.Name.Contains(product)));
        if (filter.Qualification is { } qualification) firms = firms.Where(o => o.Qualifications.Any(q => q.Name == qualification));
        if (filter.AwaitsCode is { } awaits) firms = firms.Where(o => (o.Uscc == null) == awaits);
        if (filter.Expiring is true)
        {
            var until = ChinaTime.Today(Now).AddDays(settings.Of(OrganisationsCapability.ExpiringDays));
            firms = firms.Where(o => o.Qualifications.Any(q => q.ValidUntil <= until));
        }

        if (filter.WithoutProducts is true) firms = firms.Where(o => !o.Products.Any(p => p.Role == ProductRole.Makes));
        return Shown(firms);
    }

    private IQueryable<Row> Shown(IQueryable<Organisation> firms)
    {
        var seesPrivate = SeesPrivate;
        return firms.Select(o => new Row
        {
            Id = o.Id,
            Version = o.Version,
            Name = o.Name,
            Kind = o.Kind,
            Uscc = o.Uscc,
            RegionCode = o.RegionCode,
            Park = o.Park,
            IndustryCode = o.IndustryCode,
            Size = o.Size,
            Staff = seesPrivate ? o.Staff : null,
            Revenue = seesPrivate ? o.Revenue : null,
            UpdatedAt = o.UpdatedAt,
            SortKey = o.SortKey,
        });
    }

    protected override async Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var byId = rows.ToDictionary(r => r.Id);
        foreach (var ids in byId.Keys.Chunk(1000))
        {
            var made = await Db.Set<OrganisationProduct>().AsNoTracking()
                .Where(p => ids.Contains(p.OrganisationId) && p.Role == ProductRole.Makes)
                .OrderBy(p => p.Position).Select(p => new { p.OrganisationId, p.Name }).ToListAsync(cancellation);
            foreach (var firm in made.GroupBy(p => p.OrganisationId)) byId[firm.Key].Makes = string.Join("；", firm.Select(p => p.Name));
        }
    }
}
