using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Deals.Public;
using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Capabilities.Introductions.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Inquiries;

/// <summary>比价表: what each maker says of each line of a bill, the lowest price said in words, and what came of it. For the asking firm alone.</summary>
public sealed class ListOffers(UseCaseContext context, FirmDirectory firms, IntroductionBook introductions, DealBook deals) : MemoryQuery<ListOffers.Filter, ListOffers.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        /// <summary>The bill.</summary>
        public Guid Id { get; set; }

        /// <summary>Only lines with a price.</summary>
        [Display(Name = "只看有报价的")]
        public bool? Priced { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid InquiryId { get; init; }
        public Guid BillLineId { get; init; }
        public Guid SellerId { get; init; }

        /// <summary>Its number in the bill; of a line that was removed since, behind all others.</summary>
        [Display(Name = "序号")] public int Place { get; init; }
        [Display(Name = "产品")] public string Product { get; init; } = "";
        [Display(Name = "牌号规格")] public string? Specification { get; init; }
        [Display(Name = "询价数量")] public decimal Asked { get; init; }
        [Display(Name = "单位")] public string Unit { get; init; } = "";
        [Display(Name = "需要日期")] public DateOnly? WantedBy { get; init; }
        [Display(Name = "交货地")] public string? DeliverTo { get; init; }
        [Display(Name = "供应商")] public string Seller { get; init; } = "";
        [Display(Name = "供应商所在地")] public string? SellerPlace { get; init; }
        [Display(Name = "远近")] public string? Distance { get; init; }
        [Display(Name = "状态")] public InquiryState State { get; init; }
        [Display(Name = "单价(元，含税)")] public decimal? Price { get; init; }

        /// <summary>最低价, 唯一报价; empty for the others.</summary>
        [Display(Name = "比价")] public string Mark { get; set; } = "";
        [Display(Name = "可供数量")] public decimal? Quantity { get; init; }
        [Display(Name = "金额(元)")] public decimal? Total { get; init; }
        [Display(Name = "交期(天)")] public int? LeadDays { get; init; }
        [Display(Name = "报价有效期至")] public DateOnly? ValidUntil { get; init; }

        /// <summary>数量不足, 报价已过有效期.</summary>
        [Display(Name = "提示")] public string Warning { get; init; } = "";
        [Display(Name = "供应商说明")] public string? Remark { get; init; }
        [Display(Name = "后续")] public string Next { get; init; } = "";
        public Guid? IntroductionId { get; init; }
        public Guid? DealId { get; init; }
        internal bool Holds { get; init; }

        /// <summary>Line by line, the lower price first.</summary>
        internal int Rank { get; set; }
    }

    public override Access Access => Access.Needs(InquiriesCapability.Use);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["place"] = r => r.Rank,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override Task<bool> IsThereAsync(Filter filter, CancellationToken cancellation) => Db.Set<Bill>().SeenBy(Actor).AnyAsync(b => b.Id == filter.Id, cancellation);

    protected override async Task<IReadOnlyList<Row>> LoadAsync(Filter filter, CancellationToken cancellation)
    {
        var bill = await Db.Set<Bill>().AsNoTracking().Include(b => b.Lines).FirstAsync(b => b.Id == filter.Id, cancellation);
        var inquiries = await Db.Set<Inquiry>().AsNoTracking().Include(i => i.Lines).AskedBy(Actor).Where(i => i.BillId == bill.Id).OrderByDescending(i => i.SentAt).ThenBy(i => i.Id).ToListAsync(cancellation);
        var sellers = inquiries.ConvertAll(i => i.SellerId).Distinct().ToList();
        var names = await firms.Firms().Where(f => sellers.Contains(f.Id) || f.Id == bill.OrganisationId).ToDictionaryAsync(f => f.Id, cancellation);
        var led = (await introductions.BoughtAsync(bill.OrganisationId, sellers, cancellation)).ToLookup(i => (i.SellerId, BillGoods.KeyOf(i.Product)));
        var made = (await deals.BoughtAsync(bill.OrganisationId, sellers, cancellation)).SelectMany(d => d.Products.Select(p => (Key: (d.SellerId, BillGoods.KeyOf(p)), Deal: d))).ToLookup(d => d.Key, d => d.Deal);
        var places = bill.Lines.ToDictionary(l => l.Id, l => l.Place);
        var today = ChinaTime.Today(Now);
        // Of a maker that was asked twice (the first time it did not answer) the last word counts.
        var rows = inquiries.SelectMany(i => i.Lines.Select(line => (Inquiry: i, Line: line))).DistinctBy(p => (p.Line.BillLineId, p.Inquiry.SellerId))
            .Select(p => RowOf(p.Inquiry, p.Line, places.GetValueOrDefault(p.Line.BillLineId, int.MaxValue), names, names.GetValueOrDefault(bill.OrganisationId)?.RegionCode, led, made, today))
            .OrderBy(r => r.Place).ThenBy(r => r.BillLineId).ThenBy(r => r.Price is null).ThenBy(r => r.Price).ThenBy(r => r.Seller, StringComparer.Ordinal).ToList();
        for (var at = 0; at < rows.Count; at++) rows[at].Rank = at;
        Mark(rows);
        return [.. rows.Where(r => (filter.Priced != true || r.Price is not null) && filter.Words.All(w => r.Product.Contains(w, StringComparison.OrdinalIgnoreCase) || r.Seller.Contains(w, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>Prices of one line in one unit are compared; one that does not hold any more is not.</summary>
    private static void Mark(List<Row> rows)
    {
        foreach (var line in rows.Where(r => r.Holds).GroupBy(r => (r.BillLineId, r.Unit)))
        {
            var lowest = line.Min(r => r.Price);
            foreach (var row in line.Where(r => r.Price == lowest)) row.Mark = line.Count() == 1 ? "唯一报价" : "最低价";
        }
    }

    private static Row RowOf(Inquiry inquiry, InquiryLine line, int place, Dictionary<Guid, FirmDirectory.Row> names, string? home,
        ILookup<(Guid, string), IntroductionBook.Bought> led, ILookup<(Guid, string), DealBook.Bought> made, DateOnly today)
    {
        var seller = names.GetValueOrDefault(inquiry.SellerId);
        var key = (inquiry.SellerId, BillGoods.KeyOf(line.Product));
        // What was over before the maker was asked did not come of this offer; what is open stands in the way of a new one.
        var introduction = led[key].Where(i => i.StartedAt >= inquiry.SentAt || i.Stage.IsOpen()).OrderByDescending(i => i.StartedAt).FirstOrDefault();
        var deal = made[key].Where(d => d.OpenedAt >= inquiry.SentAt).OrderByDescending(d => d.OpenedAt).FirstOrDefault();
        var stale = line.ValidUntil < today;
        return new()
        {
            Id = line.Id, InquiryId = inquiry.Id, BillLineId = line.BillLineId, SellerId = inquiry.SellerId, Place = place, Product = line.Product, Specification = line.Specification, Asked = line.Quantity, Unit = line.Unit,
            WantedBy = line.WantedBy, DeliverTo = line.DeliverTo, Seller = seller?.Name ?? "已移出名册的企业", SellerPlace = seller?.RegionCode is { } code ? Region.Find(code)?.Current.ShortName : null, Distance = DistanceOf(home, seller?.RegionCode),
            State = StateOf(inquiry, line, today), Price = line.Price, Quantity = line.OfferedQuantity, Total = line.Price * line.OfferedQuantity, LeadDays = line.LeadDays, ValidUntil = line.ValidUntil,
            Warning = string.Join('；', new[] { stale ? "报价已过有效期" : null, line.OfferedQuantity < line.Quantity ? "数量不足" : null, Late(line, today) ? "交期晚于需要日期" : null }.OfType<string>()),
            Remark = line.DeclineReason is { } why ? $"不报价：{why}" : inquiry.Reason is { } whole ? $"谢绝：{whole}" : line.Remark, Holds = line.Price is not null && !stale,
            Next = deal is not null ? $"合作{deal.Condition}" : introduction is not null ? $"对接{ListExport.Words(introduction.Stage)}" : "", IntroductionId = introduction?.Id, DealId = deal?.Id ?? introduction?.DealId,
        };
    }

    private static bool Late(InquiryLine line, DateOnly today) => line is { WantedBy: { } wanted, LeadDays: { } days, Price: not null } && today.AddDays(days) > wanted;

    private static InquiryState StateOf(Inquiry inquiry, InquiryLine line, DateOnly today)
        => line.Price is not null ? InquiryState.Answered
            : line.IsDeclined || inquiry.State == InquiryState.Declined ? InquiryState.Declined
            : inquiry.State == InquiryState.Closed ? InquiryState.Closed
            : inquiry.State == InquiryState.Expired || inquiry.AnswerBy < today ? InquiryState.Expired : InquiryState.Sent;

    private static string? DistanceOf(string? home, string? there)
        => home is null || there is null || Region.Find(home) is not { } a || Region.Find(there) is not { } b ? null : Region.DistanceClass(a, b) switch
        {
            Proximity.SameCounty => "同区县",
            Proximity.SameCity => "同市",
            Proximity.SameProvince => "同省",
            _ => "外省",
        };
}
