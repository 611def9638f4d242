using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>The members of one alliance. Applications, reviews and who left are seen by those inside; others see who is a member.</summary>
public sealed class ListMembers(UseCaseContext context, MemberRows members) : Query<ListMembers.Filter, ListMembers.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        /// <summary>The alliance.</summary>
        public Guid Id { get; set; }

        [Display(Name = "状态")]
        public MembershipState? State { get; set; }

        [Display(Name = "单位类型")]
        public OrganisationKind? Kind { get; set; }

        [Display(Name = "规模")]
        public SizeClass? Size { get; set; }

        [Display(Name = "党组织")]
        public bool? HasParty { get; set; }

        /// <summary>涵盖.</summary>
        [Display(Name = "涵盖")]
        public bool? Covered { get; set; }

        /// <summary>有效覆盖.</summary>
        [Display(Name = "有效覆盖")]
        public bool? Effective { get; set; }

        /// <summary>待复核.</summary>
        [Display(Name = "待复核")]
        public bool? Due { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid AllianceId { get; init; }
        public Guid OrganisationId { get; init; }
        [Display(Name = "成员单位")] public string Name { get; init; } = "";
        [Display(Name = "统一社会信用代码")] public string? Uscc { get; init; }
        [Display(Name = "单位类型")] public OrganisationKind Kind { get; init; }
        [Display(Name = "规模")] public SizeClass Size { get; init; }
        [Display(Name = "园区/镇街")] public string? Park { get; init; }
        [Display(Name = "状态")] public MembershipState State { get; set; }
        [Display(Name = "加入日期")] public DateOnly? JoinedOn { get; init; }
        [Display(Name = "申请日期")] public DateOnly AppliedOn { get; init; }
        [Display(Name = "上次复核")] public DateOnly? ReviewedOn { get; set; }
        [Display(Name = "有党组织")] public bool HasParty { get; init; }
        [Display(Name = "最近活动或服务")] public DateOnly? LastService { get; set; }
        [Display(Name = "涵盖")] public bool IsCovered { get; init; }
        [Display(Name = "有效覆盖")] public bool IsEffective { get; init; }
        [Display(Name = "说明")] public string Reason { get; set; } = "";
        public bool IsDue { get; set; }
        public bool? IsFitForChair { get; set; }
        public Guid? InstructorId { get; set; }

        internal bool IsPresent { get; init; }
        internal string SortKey { get; init; } = "";
        internal string SearchText { get; init; } = "";
    }

    public override Access Access => Access.Needs(AlliancesCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["name"] = r => r.SortKey,
        ["joined"] = r => r.JoinedOn,
        ["reviewed"] = r => r.ReviewedOn ?? r.JoinedOn,
        ["service"] = r => r.LastService,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override Task<bool> IsThereAsync(Filter filter, CancellationToken cancellation) => Db.Set<Alliance>().AnyAsync(a => a.Id == filter.Id, cancellation);

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var own = Actor.OrganisationId;
        var rows = members.All().Where(r => r.AllianceId == filter.Id);
        if (!Inside(filter.Id)) rows = rows.Where(r => r.IsPresent || (own != null && r.OrganisationId == own));
        // Who left is listed when asked for.
        if (filter.State is { } state) rows = rows.Where(r => r.State == state);
        else rows = rows.Where(r => r.State != MembershipState.Left);
        if (filter.Kind is { } kind) rows = rows.Where(r => r.Kind == kind);
        if (filter.Size is { } size) rows = rows.Where(r => r.Size == size);
        if (filter.HasParty is { } party) rows = rows.Where(r => r.HasParty == party);
        if (filter.Covered is { } covered) rows = rows.Where(r => r.IsCovered == covered);
        if (filter.Effective is { } effective) rows = rows.Where(r => r.IsEffective == effective);
        if (filter.Due is { } due) rows = rows.Where(r => r.IsDue == due);
        foreach (var word in filter.Words)
        {
            var lower = word.ToLowerInvariant();
            rows = rows.Where(r => r.SearchText.Contains(lower));
        }

        return rows;
    }

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        // That somebody is under review is the alliance's own business, and so is why.
        foreach (var row in rows.Where(r => !Inside(r.AllianceId) && r.OrganisationId != Actor.OrganisationId))
        {
            if (row.State == MembershipState.UnderReview) row.State = MembershipState.Active;
            (row.Reason, row.ReviewedOn, row.LastService, row.IsDue, row.IsFitForChair, row.InstructorId) = ("", null, null, false, null, null);
        }

        return Task.CompletedTask;
    }

    private bool Inside(Guid allianceId) => Actor.MayIn(allianceId, AlliancesCapability.Oversee);
}
