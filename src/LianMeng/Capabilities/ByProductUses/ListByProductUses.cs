using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.ByProductUses;

/// <summary>Who takes which by-products. Values and costs only of those firms whose private part the actor sees.</summary>
public sealed class ListByProductUses(UseCaseContext context, FirmDirectory firms) : Query<ListByProductUses.Filter, ListByProductUses.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "企业")]
        public Guid? OrganisationId { get; set; }

        /// <summary>With a permit or exemption for a hazardous code that holds today.</summary>
        [Display(Name = "可接收危险废物")]
        public bool? Hazardous { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid OrganisationId { get; init; }
        [Display(Name = "接收企业")] public string Organisation { get; init; } = "";
        [Display(Name = "接收的副产品")] public string Products { get; set; } = "";
        [Display(Name = "年接收能力(吨)")] public decimal Capacity { get; init; }
        [Display(Name = "成分要求")] public string? Specification { get; init; }
        [Display(Name = "危险废物代码")] public string Codes { get; set; } = "";
        [Display(Name = "产出价值(元/吨)")] public decimal? Value { get; init; }
        [Display(Name = "产出率(吨/吨)")] public decimal? Yield { get; init; }
        [Display(Name = "处理费用(元/吨)")] public decimal? Treatment { get; init; }
        [Display(Name = "更新时间")] public DateTime UpdatedAt { get; init; }
        internal string SortKey { get; init; } = "";
        internal string SearchText { get; init; } = "";
    }

    public override Access Access => Access.Needs(ByProductUsesCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["firm"] = r => r.SortKey,
        ["capacity"] = r => r.Capacity,
        ["updated"] = r => r.UpdatedAt,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var all = Actor.May(OrganisationCards.PrivateNeeds);
        var own = Actor.OrganisationId;
        var today = ChinaTime.Today(Now);
        var uses = Db.Set<ByProductUse>().AsNoTracking().Where(u => u.WithdrawnAt == null);
        if (filter.OrganisationId is { } firm) uses = uses.Where(u => u.OrganisationId == firm);
        if (filter.Hazardous is { } hazardous) uses = uses.Where(u => u.Rights.Any(r => r.ValidUntil == null || r.ValidUntil >= today) == hazardous);
        var rows = uses.Join(firms.Firms(), u => u.OrganisationId, f => f.Id, (u, f) => new Row
        {
            Id = u.Id, OrganisationId = u.OrganisationId, Organisation = f.Name, Products = u.ProductLines, Capacity = u.Capacity, Specification = u.Specification, UpdatedAt = u.UpdatedAt, SortKey = f.SortKey, SearchText = f.SearchText,
            Value = all || u.OrganisationId == own ? u.Value : null, Yield = all || u.OrganisationId == own ? u.Yield : null, Treatment = all || u.OrganisationId == own ? u.Treatment : null,
        });
        foreach (var word in filter.Words)
        {
            var lower = word.ToLowerInvariant();
            rows = rows.Where(r => r.Products.Contains(word) || r.SearchText.Contains(lower));
        }

        return rows;
    }

    protected override async Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        foreach (var part in rows.Chunk(500))
        {
            var ids = part.Select(r => r.Id).ToList();
            var codes = (await Db.Set<ByProductRight>().AsNoTracking().Where(r => ids.Contains(r.ByProductUseId)).Select(r => new { r.ByProductUseId, r.Code }).ToListAsync(cancellation)).ToLookup(r => r.ByProductUseId, r => r.Code);
            foreach (var row in part)
            {
                row.Products = row.Products.Replace('\n', '；');
                row.Codes = string.Join('；', codes[row.Id].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            }
        }
    }
}
