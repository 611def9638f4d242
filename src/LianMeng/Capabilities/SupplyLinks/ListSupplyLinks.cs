using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>Links that the actor sees: of the own firm, or all of the district for those who may see private needs.</summary>
public sealed class ListSupplyLinks(UseCaseContext context, FirmDirectory firms) : Query<ListSupplyLinks.Filter, ListSupplyLinks.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        /// <summary>Those that stand, when nothing is said.</summary>
        [Display(Name = "申报情况")]
        public SupplyLinkState? State { get; set; }

        /// <summary>What the own firm is in it.</summary>
        [Display(Name = "本企业是")]
        public SupplySide? Side { get; set; }

        /// <summary>Declared by the other firm, and the own one has not answered.</summary>
        [Display(Name = "等本企业确认")]
        public bool? Waiting { get; set; }

        [Display(Name = "企业")]
        public Guid? OrganisationId { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid SellerId { get; init; }
        public Guid BuyerId { get; init; }
        [Display(Name = "卖方")] public string Seller { get; init; } = "";
        [Display(Name = "买方")] public string Buyer { get; init; } = "";
        [Display(Name = "产品")] public string Product { get; init; } = "";
        [Display(Name = "年数量")] public decimal? Quantity { get; init; }
        [Display(Name = "计量单位")] public string? Unit { get; init; }
        [Display(Name = "年金额(元)")] public decimal? Value { get; init; }
        [Display(Name = "年份")] public int? Year { get; init; }
        [Display(Name = "申报情况")] public SupplyLinkState State { get; init; }
        [Display(Name = "否认的一方")] public SupplySide? DeniedBy { get; init; }
        [Display(Name = "更新时间")] public DateTime UpdatedAt { get; init; }
        internal string SellerSearch { get; init; } = "";
        internal string BuyerSearch { get; init; } = "";
        internal string SellerKey { get; init; } = "";
        internal string BuyerKey { get; init; } = "";
    }

    public override Access Access => Access.Needs(SupplyLinksCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["updated"] = r => r.UpdatedAt,
        ["seller"] = r => r.SellerKey,
        ["buyer"] = r => r.BuyerKey,
        ["product"] = r => r.Product,
        ["value"] = r => r.Value,
    };

    protected override string DefaultSort => "-updated";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var own = Actor.OrganisationId ?? Guid.Empty;
        var links = Db.Set<SupplyLink>().AsNoTracking().SeenBy(Actor);
        links = filter.State is { } state ? links.Where(l => l.State == state) : links.Where(l => l.State != SupplyLinkState.Withdrawn);
        if (filter.Side is { } side) links = side == SupplySide.Seller ? links.Where(l => l.SellerId == own) : links.Where(l => l.BuyerId == own);
        if (filter.Waiting == true)
            links = links.Where(l => l.DeniedBy == null && ((l.State == SupplyLinkState.BySeller && l.BuyerId == own) || (l.State == SupplyLinkState.ByBuyer && l.SellerId == own)));
        if (filter.OrganisationId is { } firm) links = links.Where(l => l.SellerId == firm || l.BuyerId == firm);
        var directory = firms.Firms();
        var rows = from link in links
                   join seller in directory on link.SellerId equals seller.Id
                   join buyer in directory on link.BuyerId equals buyer.Id
                   select new Row
                   {
                       Id = link.Id, SellerId = link.SellerId, BuyerId = link.BuyerId, Seller = seller.Name, Buyer = buyer.Name, Product = link.Product, Quantity = link.Quantity, Unit = link.Unit, Value = link.Value,
                       Year = link.Year, State = link.State, DeniedBy = link.DeniedBy, UpdatedAt = link.UpdatedAt, SellerSearch = seller.SearchText, BuyerSearch = buyer.SearchText, SellerKey = seller.SortKey, BuyerKey = buyer.SortKey,
                   };
        foreach (var word in filter.Words)
        {
            var lower = word.ToLowerInvariant();
            rows = rows.Where(r => r.Product.Contains(word) || r.SellerSearch.Contains(lower) || r.BuyerSearch.Contains(lower));
        }

        return rows;
    }
}
