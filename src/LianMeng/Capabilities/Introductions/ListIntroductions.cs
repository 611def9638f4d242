using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Introductions.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Introductions;

/// <summary>Introductions with how far they are and whom they wait for: the own firm's; for officers the district's. No contact and no price is in a row.</summary>
public sealed class ListIntroductions(UseCaseContext context, FirmDirectory firms, SettingValues settings) : Query<ListIntroductions.Filter, ListIntroductions.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "进展")]
        public IntroductionStage? Stage { get; set; }

        [Display(Name = "企业")]
        public Guid? OrganisationId { get; set; }

        [Display(Name = "供需信息")]
        public Guid? ListingId { get; set; }

        /// <summary>Open, and without a step for more days than the setting says.</summary>
        [Display(Name = "停滞")]
        public bool? Stalled { get; set; }

        /// <summary>The own firm has to answer.</summary>
        [Display(Name = "等我方答复")]
        public bool? Waiting { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid SellerId { get; init; }
        public Guid BuyerId { get; init; }
        public Guid? ListingId { get; init; }
        [Display(Name = "产品")] public string Product { get; init; } = "";
        [Display(Name = "卖方")] public string Seller { get; init; } = "";
        [Display(Name = "买方")] public string Buyer { get; init; } = "";
        [Display(Name = "进展")] public IntroductionStage Stage { get; init; }

        /// <summary>等买方同意 5 天; empty when nothing is waited for.</summary>
        [Display(Name = "等待")] public string WaitsFor { get; set; } = "";

        /// <summary>Days since the last step, in China; null when nothing is waited for.</summary>
        [Display(Name = "等待天数")] public int? WaitingDays { get; set; }
        [Display(Name = "停滞")] public bool IsStalled { get; set; }

        /// <summary>For officers, the firm that declined, and the other one if it was told.</summary>
        [Display(Name = "婉拒原因")] public string? Reason { get; set; }
        [Display(Name = "开始时间")] public DateTime StartedAt { get; init; }
        [Display(Name = "最近进展")] public DateTime MovedAt { get; init; }
        internal DateTime? SellerConsentedAt { get; init; }
        internal IntroductionSide? DeclinedBy { get; init; }
        internal DeclineReason? DeclineReason { get; init; }
        internal string? ReasonText { get; init; }
        internal bool IsReasonTold { get; init; }
        internal string SellerSearch { get; init; } = "";
        internal string BuyerSearch { get; init; } = "";
        internal string SellerKey { get; init; } = "";
        internal string BuyerKey { get; init; } = "";
    }

    public override Access Access => Access.Needs(IntroductionsCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["moved"] = r => r.MovedAt,
        ["started"] = r => r.StartedAt,
        ["seller"] = r => r.SellerKey,
        ["buyer"] = r => r.BuyerKey,
        ["product"] = r => r.Product,
    };

    protected override string DefaultSort => "-moved";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var introductions = Db.Set<Introduction>().AsNoTracking().SeenBy(Actor);
        if (filter.Stage is { } stage) introductions = introductions.Where(i => i.Stage == stage);
        if (filter.OrganisationId is { } firm) introductions = introductions.Where(i => i.SellerId == firm || i.BuyerId == firm);
        if (filter.ListingId is { } listing) introductions = introductions.Where(i => i.ListingId == listing);
        if (filter.Stalled == true) introductions = introductions.StalledSince(StalledBefore(Now, settings.Of(IntroductionsCapability.StalledDays)));
        if (filter.Waiting == true) introductions = introductions.WaitingFor(Actor.AnswersFor() ?? Guid.Empty);
        var directory = firms.Firms();
        var rows = from introduction in introductions
                   join seller in directory on introduction.SellerId equals seller.Id
                   join buyer in directory on introduction.BuyerId equals buyer.Id
                   select new Row
                   {
                       Id = introduction.Id, SellerId = introduction.SellerId, BuyerId = introduction.BuyerId, ListingId = introduction.ListingId, Product = introduction.Product, Seller = seller.Name, Buyer = buyer.Name, Stage = introduction.Stage,
                       StartedAt = introduction.StartedAt, MovedAt = introduction.MovedAt, SellerConsentedAt = introduction.SellerConsentedAt, DeclinedBy = introduction.DeclinedBy, DeclineReason = introduction.Reason,
                       ReasonText = introduction.ReasonText, IsReasonTold = introduction.IsReasonTold, SellerSearch = seller.SearchText, BuyerSearch = buyer.SearchText, SellerKey = seller.SortKey, BuyerKey = buyer.SortKey,
                   };
        foreach (var word in filter.Words)
        {
            var lower = word.ToLowerInvariant();
            rows = rows.Where(r => r.Product.Contains(word) || r.SellerSearch.Contains(lower) || r.BuyerSearch.Contains(lower));
        }

        return rows;
    }

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var (today, days) = (ChinaTime.Today(Now), settings.Of(IntroductionsCapability.StalledDays));
        foreach (var row in rows)
        {
            row.Reason = row.DeclineReason is { } reason && Actor.MayReadReason(row.IsReasonTold, row.DeclinedBy == IntroductionSide.Seller ? row.SellerId : row.BuyerId) ? ListExport.Words(reason) + (row.ReasonText is null ? "" : $"：{row.ReasonText}") : null;
            if (IntroductionWords.WaitsFor(row.Stage, row.SellerConsentedAt is not null) is not { } whom) continue;
            row.WaitingDays = today.DayNumber - ChinaTime.Today(row.MovedAt).DayNumber;
            row.IsStalled = row.WaitingDays > days;
            row.WaitsFor = IntroductionWords.WithDays(whom, row.WaitingDays.Value);
        }

        return Task.CompletedTask;
    }

    /// <summary>Whatever moved last before this instant (UTC) has waited for more than so many days, as days are counted in China.</summary>
    internal static DateTime StalledBefore(DateTime now, int days) => ChinaTime.StartOf(ChinaTime.Today(now).AddDays(-days));
}
