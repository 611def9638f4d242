using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>All products of the register, a line each. Purchases, prices and what is sold only of those organisations whose private part the actor sees.</summary>
public sealed class ListProducts(UseCaseContext context) : Query<ListProducts.Filter, ListProducts.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "类别")]
        public ProductRole? Role { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid OrganisationId { get; init; }
        [Display(Name = "企业")] public string Organisation { get; init; } = "";
        [Display(Name = "统一社会信用代码")] public string? Uscc { get; init; }
        [Display(Name = "类别")] public ProductRole Role { get; init; }
        [Display(Name = "产品")] public string Name { get; init; } = "";
        [Display(Name = "年数量")] public decimal? Quantity { get; init; }
        [Display(Name = "计量单位")] public string? Unit { get; init; }
        [Display(Name = "年销量已签")] public decimal? Sold { get; init; }
        [Display(Name = "最低价(元)")] public decimal? PriceLow { get; init; }
        [Display(Name = "最高价(元)")] public decimal? PriceHigh { get; init; }
        [Display(Name = "来源")] public ProductOrigin? Origin { get; init; }
        [Display(Name = "来源地")] public string? Place { get; init; }
        [Display(Name = "到货天数")] public int? LeadDays { get; init; }
        [Display(Name = "运费(元)")] public decimal? Freight { get; init; }
        [Display(Name = "代码")] public string? Code { get; init; }
        [Display(Name = "成分")] public string? Composition { get; init; }
        [Display(Name = "作为产品出售")] public bool? IsGoods { get; init; }
        [Display(Name = "年收入(万元)")] public decimal? Income { get; init; }
        [Display(Name = "资料来源")] public DataSource Source { get; init; }
        [Display(Name = "填写时间")] public DateTime EnteredAt { get; init; }
        internal string SortKey { get; init; } = "";
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["firm"] = r => r.SortKey,
        ["product"] = r => r.Name,
        ["entered"] = r => r.EnteredAt,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var all = Actor.May(OrganisationsCapability.ReadPrivate);
        var own = Actor.OrganisationId;
        var products = Db.Set<OrganisationProduct>().AsNoTracking().Where(p => p.Role != ProductRole.Buys || all || p.OrganisationId == own);
        if (filter.Role is { } role) products = products.Where(p => p.Role == role);
        var rows = products.Join(Db.Set<Organisation>().AsNoTracking(), p => p.OrganisationId, o => o.Id, (p, o) => new { Line = p, Firm = o });
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
            Role = x.Line.Role,
            Name = x.Line.Name,
            Quantity = x.Line.Quantity,
            Unit = x.Line.Unit,
            Sold = all || x.Firm.Id == own ? x.Line.Sold : null,
            PriceLow = all || x.Firm.Id == own ? x.Line.PriceLow : null,
            PriceHigh = all || x.Firm.Id == own ? x.Line.PriceHigh : null,
            Origin = x.Line.BoughtFrom,
            Place = x.Line.Place,
            LeadDays = x.Line.LeadDays,
            Freight = x.Line.Freight,
            Code = x.Line.Code,
            Composition = x.Line.Composition,
            IsGoods = x.Line.IsGoods,
            Income = all || x.Firm.Id == own ? x.Line.Income : null,
            Source = x.Line.Source,
            EnteredAt = x.Line.EnteredAt,
            SortKey = x.Firm.SortKey,
        });
    }
}
