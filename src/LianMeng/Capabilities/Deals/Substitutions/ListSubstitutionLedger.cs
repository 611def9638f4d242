using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals.Substitutions;

/// <summary>本地替代台账: the own firm's lines, or all of the district for those who may see private needs.</summary>
public sealed class ListSubstitutionLedger(UseCaseContext context, FirmDirectory firms) : Query<ListSubstitutionLedger.Filter, ListSubstitutionLedger.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "确认")]
        public SubstitutionState? State { get; set; }

        /// <summary>The own firm has not confirmed it.</summary>
        [Display(Name = "等本企业确认")]
        public bool? Waiting { get; set; }

        [Display(Name = "企业")]
        public Guid? OrganisationId { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        public Guid BuyerId { get; init; }
        public Guid MakerId { get; init; }
        [Display(Name = "产品")] public string Product { get; init; } = "";
        [Display(Name = "采购企业")] public string Buyer { get; init; } = "";
        [Display(Name = "本地供方")] public string Maker { get; init; } = "";
        [Display(Name = "原来从哪里买")] public string? FromPlace { get; init; }
        [Display(Name = "改由本地供应的日期")] public DateOnly MovedOn { get; init; }
        [Display(Name = "年数量")] public decimal? Quantity { get; init; }
        [Display(Name = "单位")] public string? Unit { get; init; }
        [Display(Name = "价格节约(元/年)")] public decimal? PriceSaving { get; init; }
        [Display(Name = "运费节约(元/年)")] public decimal? FreightSaving { get; init; }
        [Display(Name = "交期缩短(天)")] public int? LeadDaysSaved { get; init; }
        [Display(Name = "确认")] public SubstitutionState State { get; init; }
        [Display(Name = "代录")] public bool OnBehalf { get; init; }
        [Display(Name = "说明")] public string? Note { get; init; }

        /// <summary>By the actor, for the own firm.</summary>
        public bool MayConfirm { get; set; }
        public bool MayWithdraw { get; set; }
        internal Guid DistrictId { get; init; }
        internal bool BuyerConfirmed { get; init; }
        internal bool MakerConfirmed { get; init; }
        internal DateTime EnteredAt { get; init; }
        internal string BuyerSearch { get; init; } = "";
        internal string MakerSearch { get; init; } = "";
        internal string BuyerKey { get; init; } = "";
    }

    public override Access Access => Access.Needs(DealsCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["entered"] = r => r.EnteredAt,
        ["moved"] = r => r.MovedOn,
        ["buyer"] = r => r.BuyerKey,
        ["product"] = r => r.Product,
        ["price"] = r => r.PriceSaving,
        ["freight"] = r => r.FreightSaving,
    };

    protected override string DefaultSort => "-entered";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var own = Actor.FirmsFor(DealsCapability.Confirm);
        var directory = firms.Firms();
        var records = Db.Set<SubstitutionRecord>().AsNoTracking().SeenBy(Actor);
        if (filter.State is { } state) records = records.Where(r => (r.BuyerConfirmedAt != null && r.MakerConfirmedAt != null) == (state == SubstitutionState.Confirmed));
        if (filter.Waiting == true) records = records.Where(r => (own.Contains(r.BuyerId) && r.BuyerConfirmedAt == null) || (own.Contains(r.MakerId) && r.MakerConfirmedAt == null));
        if (filter.OrganisationId is { } asked) records = records.Where(r => r.BuyerId == asked || r.MakerId == asked);
        var rows = from record in records
                   join named in directory on record.BuyerId equals named.Id into buyers
                   from buyer in buyers.DefaultIfEmpty()
                   join known in directory on record.MakerId equals known.Id into makers
                   from maker in makers.DefaultIfEmpty()
                   select new Row
                   {
                       Id = record.Id, Version = record.Version, BuyerId = record.BuyerId, MakerId = record.MakerId, Product = record.Product, Buyer = buyer.Name ?? "已移出名册的企业", Maker = maker.Name ?? "已移出名册的企业", FromPlace = record.FromPlace, MovedOn = record.MovedOn,
                       Quantity = record.Quantity, Unit = record.Unit, PriceSaving = record.PriceSaving, FreightSaving = record.FreightSaving, LeadDaysSaved = record.LeadDaysSaved, OnBehalf = record.OnBehalf, Note = record.Note,
                       State = record.BuyerConfirmedAt != null && record.MakerConfirmedAt != null ? SubstitutionState.Confirmed : SubstitutionState.Declared, DistrictId = record.DistrictId,
                       BuyerConfirmed = record.BuyerConfirmedAt != null, MakerConfirmed = record.MakerConfirmedAt != null, EnteredAt = record.EnteredAt, BuyerSearch = buyer.SearchText ?? "", MakerSearch = maker.SearchText ?? "", BuyerKey = buyer.SortKey ?? "",
                   };
        foreach (var word in filter.Words)
        {
            var lower = word.ToLowerInvariant();
            rows = rows.Where(r => r.Product.Contains(word) || r.BuyerSearch.Contains(lower) || r.MakerSearch.Contains(lower));
        }

        return rows;
    }

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            if (Actor.SpeakerOf(row.DistrictId, row.MakerId, row.BuyerId, DealSide.Buyer).Speaker is not { } speaker) continue;
            row.MayConfirm = !speaker.OnBehalf && !(speaker.Side == DealSide.Buyer ? row.BuyerConfirmed : row.MakerConfirmed);
            row.MayWithdraw = speaker.Side == DealSide.Buyer && !(speaker.OnBehalf && row.BuyerConfirmed);
        }

        return Task.CompletedTask;
    }
}
