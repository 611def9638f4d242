using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals;

/// <summary>Deals that the actor sees: the own firm's, or all of the district for those who may see private needs. Amounts are those that both confirmed, each of its own stage.</summary>
public sealed class ListDeals(UseCaseContext context, FirmDirectory firms, SettingValues settings) : Query<ListDeals.Filter, ListDeals.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        /// <summary>The furthest stage that anybody stated.</summary>
        [Display(Name = "阶段")]
        public DealStage? Stage { get; set; }

        /// <summary>Confirmed by both at this stage or later, and in the figures.</summary>
        [Display(Name = "双方确认到")]
        public DealStage? Reached { get; set; }

        /// <summary>All but void ones when nothing is said.</summary>
        [Display(Name = "情况")]
        public DealCondition? Condition { get; set; }

        [Display(Name = "来自")]
        public DealOrigin? Origin { get; set; }

        /// <summary>The own firm still has to confirm something.</summary>
        [Display(Name = "等本企业确认")]
        public bool? Waiting { get; set; }

        [Display(Name = "两方金额不一致")]
        public bool? Differing { get; set; }

        [Display(Name = "回访到期")]
        public bool? FollowUp { get; set; }

        /// <summary>Those that make partners of their firms.</summary>
        [Display(Name = "合作伙伴的依据")]
        public bool? Partnership { get; set; }

        [Display(Name = "企业")]
        public Guid? OrganisationId { get; set; }

        [Display(Name = "合作企业")]
        public Guid? PartnerId { get; set; }

        [Display(Name = "联盟")]
        public Guid? AllianceId { get; set; }

        [Display(Name = "区县")]
        public Guid? DistrictId { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid SellerId { get; init; }
        public Guid BuyerId { get; init; }
        [Display(Name = "产品")] public string Title { get; init; } = "";
        [Display(Name = "卖方")] public string Seller { get; init; } = "";
        [Display(Name = "买方")] public string Buyer { get; init; } = "";
        [Display(Name = "阶段")] public DealStage Stage { get; init; }
        [Display(Name = "双方确认到")] public DealStage? Reached { get; set; }
        [Display(Name = "情况")] public DealCondition Condition { get; init; }
        [Display(Name = "合同金额(元，双方确认)")] public decimal? Contract { get; init; }
        [Display(Name = "交付金额(元，双方确认)")] public decimal? Delivered { get; init; }
        [Display(Name = "付款金额(元，双方确认)")] public decimal? Paid { get; init; }
        [Display(Name = "来自")] public DealOrigin Origin { get; init; }
        public bool IsDiffering { get; init; }
        public bool IsWaiting { get; init; }
        [Display(Name = "登记时间")] public DateTime OpenedAt { get; init; }
        [Display(Name = "更新时间")] public DateTime UpdatedAt { get; init; }
        internal int ReachedNumber { get; init; }
        internal string SellerSearch { get; init; } = "";
        internal string BuyerSearch { get; init; } = "";
        internal string SellerKey { get; init; } = "";
        internal string BuyerKey { get; init; } = "";
    }

    public override Access Access => Access.Needs(DealsCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["updated"] = r => r.UpdatedAt,
        ["seller"] = r => r.SellerKey,
        ["buyer"] = r => r.BuyerKey,
        ["product"] = r => r.Title,
        ["reached"] = r => r.ReachedNumber,
        ["opened"] = r => r.OpenedAt,
    };

    protected override string DefaultSort => "-updated";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var own = Actor.FirmsFor(DealsCapability.Confirm);
        var directory = firms.Firms();
        var rows = from deal in Narrow(filter, own)
                   join named in directory on deal.SellerId equals named.Id into sellers
                   from seller in sellers.DefaultIfEmpty()
                   join known in directory on deal.BuyerId equals known.Id into buyers
                   from buyer in buyers.DefaultIfEmpty()
                   select new Row
                   {
                       Id = deal.Id, SellerId = deal.SellerId, BuyerId = deal.BuyerId, Title = deal.Title, Seller = seller.Name ?? "已移出名册的企业", Buyer = buyer.Name ?? "已移出名册的企业", Stage = deal.Stage, ReachedNumber = deal.Reached,
                       Condition = deal.Condition, Origin = deal.Origin, IsDiffering = deal.IsDiffering, OpenedAt = deal.OpenedAt, UpdatedAt = deal.UpdatedAt,
                       IsWaiting = (deal.WaitsForSeller && own.Contains(deal.SellerId)) || (deal.WaitsForBuyer && own.Contains(deal.BuyerId)),
                       Contract = deal.Steps.Where(s => s.Stage == DealStage.Contract && s.State == DealStepState.Confirmed && deal.Condition != DealCondition.Disputed).Select(s => s.Amount).FirstOrDefault(),
                       Delivered = deal.Steps.Where(s => s.Stage == DealStage.Delivered && s.State == DealStepState.Confirmed && deal.Condition != DealCondition.Disputed).Select(s => s.Amount).FirstOrDefault(),
                       Paid = deal.Steps.Where(s => s.Stage == DealStage.Paid && s.State == DealStepState.Confirmed && deal.Condition != DealCondition.Disputed).Select(s => s.Amount).FirstOrDefault(),
                       SellerSearch = seller.SearchText ?? "", BuyerSearch = buyer.SearchText ?? "", SellerKey = seller.SortKey ?? "", BuyerKey = buyer.SortKey ?? "",
                   };
        foreach (var word in filter.Words)
        {
            var lower = word.ToLowerInvariant();
            rows = rows.Where(r => r.Title.Contains(word) || r.SellerSearch.Contains(lower) || r.BuyerSearch.Contains(lower));
        }

        return rows;
    }

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        foreach (var row in rows) row.Reached = row.ReachedNumber == 0 ? null : (DealStage)row.ReachedNumber;
        return Task.CompletedTask;
    }

    private IQueryable<Deal> Narrow(Filter filter, List<Guid> own)
    {
        var (today, deals) = (ChinaTime.Today(Now), Db.Set<Deal>().AsNoTracking().SeenBy(Actor));
        deals = filter.Condition is { } condition ? deals.Where(d => d.Condition == condition) : deals.Where(d => d.Condition != DealCondition.Void);
        if (filter.Stage is { } stage) deals = deals.Where(d => d.Stage == stage);
        if (filter.Reached is { } reached)
        {
            var number = (int)reached;
            deals = deals.InFigures().Where(d => d.Reached >= number);
        }

        if (filter.Origin is { } origin) deals = deals.Where(d => d.Origin == origin);
        if (filter.Waiting == true) deals = deals.WaitingFor(own);
        if (filter.Differing == true) deals = deals.Where(d => d.IsDiffering);
        if (filter.FollowUp == true) deals = deals.FollowUpDue(today, DealsCapability.DaysOf(settings));
        if (filter.Partnership == true) deals = deals.OfPartners(today.AddMonths(-settings.Of(DealsCapability.PartnershipMonths)));
        if (filter.OrganisationId is { } firm) deals = deals.Where(d => d.SellerId == firm || d.BuyerId == firm);
        if (filter.PartnerId is { } partner) deals = deals.Where(d => d.SellerId == partner || d.BuyerId == partner);
        if (filter.AllianceId is { } alliance) deals = deals.Where(d => d.AllianceId == alliance);
        if (filter.DistrictId is { } district) deals = deals.Where(d => d.DistrictId == district);
        return deals;
    }
}
