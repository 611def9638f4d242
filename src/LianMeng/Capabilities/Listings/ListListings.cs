using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Engine.Standards;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Listings;

/// <summary>Supply and demand that the actor sees, newest first.</summary>
public sealed class ListListings(UseCaseContext context, FirmDirectory firms) : Query<ListListings.Filter, ListListings.Row>(context)
{
    /// <summary>Whose listings.</summary>
    public enum From
    {
        [Display(Name = "我的")] Mine = 1,
        [Display(Name = "本区县")] District = 2,
        [Display(Name = "其他区县")] Elsewhere = 3,
    }

    public sealed class Filter : ListFilter
    {
        [Display(Name = "类型")]
        public ListingKind? Kind { get; set; }

        [Display(Name = "标的类别")]
        public ListingSubject? Subject { get; set; }

        /// <summary>Open ones when nothing is said; one's own in every state.</summary>
        [Display(Name = "状态")]
        public ListingState? State { get; set; }

        [Display(Name = "范围")]
        public From? From { get; set; }

        [Display(Name = "地区"), StringLength(40)]
        public string? Region { get; set; }

        [Display(Name = "企业")]
        public Guid? OrganisationId { get; set; }

        /// <summary>Open and at its end within so many days.</summary>
        [Display(Name = "几天内到期"), Range(0, 366)]
        public int? EndsWithin { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "类型")] public ListingKind Kind { get; init; }
        [Display(Name = "标的类别")] public ListingSubject Subject { get; init; }
        [Display(Name = "标题")] public string Title { get; init; } = "";
        [Display(Name = "产品")] public string? Product { get; init; }
        [Display(Name = "数量")] public decimal? Quantity { get; init; }
        [Display(Name = "单位")] public string? Unit { get; init; }
        [Display(Name = "证书、资质")] public string Certificates { get; set; } = "";
        public Guid? OrganisationId { get; init; }
        [Display(Name = "企业")] public string OrganisationName { get; init; } = "";
        public Guid DistrictId { get; init; }
        [Display(Name = "区县")] public string District { get; init; } = "";
        [Display(Name = "地区")] public string? Region { get; set; }
        [Display(Name = "有效期至")] public DateOnly ValidUntil { get; init; }
        [Display(Name = "可见范围")] public ListingVisibility Visibility { get; init; }
        [Display(Name = "状态")] public ListingState State { get; init; }
        [Display(Name = "更新时间")] public DateTime UpdatedAt { get; init; }

        internal string SearchText { get; init; } = "";
        internal string? Text { get; init; }
        internal string? WasteCode { get; init; }
    }

    public override Access Access => Access.Needs(ListingsCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["updated"] = r => r.UpdatedAt,
        ["until"] = r => r.ValidUntil,
    };

    protected override string DefaultSort => "-updated";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var today = ChinaTime.Today(Now);
        var rows = new ListingRows(Db, Actor, firms).Seen(today);
        var own = Actor.ReadDistricts;
        if (filter.From is From.Mine) rows = rows.Where(r => r.OrganisationId != null && r.OrganisationId == Actor.OrganisationId);
        else if (filter.From is From.District) rows = rows.Where(r => own.Contains(r.DistrictId));
        else if (filter.From is From.Elsewhere) rows = rows.Where(r => !own.Contains(r.DistrictId));

        // What is past its day is over, whether or not the daily job has come by.
        var state = filter.State ?? (filter.From is From.Mine || filter.OrganisationId is not null ? null : ListingState.Open);
        if (state is ListingState.Open) rows = rows.Where(r => r.State == ListingState.Open && r.ValidUntil >= today);
        else if (state is ListingState.Expired) rows = rows.Where(r => r.State == ListingState.Expired || (r.State == ListingState.Open && r.ValidUntil < today));
        else if (state is { } some) rows = rows.Where(r => r.State == some);
        if (filter.Kind is { } kind) rows = rows.Where(r => r.Kind == kind);
        if (filter.Subject is { } subject) rows = rows.Where(r => r.Subject == subject);
        if (filter.OrganisationId is { } firm) rows = rows.Where(r => r.OrganisationId == firm);
        if (filter.EndsWithin is { } days)
        {
            var last = today.AddDays(days);
            rows = rows.Where(r => r.State == ListingState.Open && r.ValidUntil >= today && r.ValidUntil <= last);
        }

        if (filter.Region is { } region && Region.TryRead(region, out var found, out _))
        {
            var prefix = found.Current.Code.TrimEnd('0') is { Length: > 1 } some ? some : found.Current.Code;
            rows = rows.Where(r => r.Region != null && r.Region.StartsWith(prefix));
        }

        foreach (var word in filter.Words)
        {
            var lower = word.ToLowerInvariant();
            rows = rows.Where(r => r.SearchText.Contains(lower) || (r.Text != null && r.Text.Contains(word)));
        }

        return rows;
    }

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            row.Certificates = row.Certificates.Replace('\n', '；');
            row.Region = row.Region is { } code ? Region.Find(code)?.Current.ShortName ?? code : null;
        }

        return Task.CompletedTask;
    }
}
