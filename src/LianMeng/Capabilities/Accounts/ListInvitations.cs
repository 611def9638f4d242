using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Whom was invited to what, and what became of it.</summary>
public sealed class ListInvitations(UseCaseContext context, PostChoice posts, OrganisationLookup organisations) : Query<ListInvitations.Filter, ListInvitations.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "状态")]
        public InvitationState? State { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        [Display(Name = "姓名")] public string DisplayName { get; init; } = "";
        [Display(Name = "职务")] public Role Role { get; init; }
        [Display(Name = "区县")] public string? District { get; set; }
        [Display(Name = "企业")] public string? Firm { get; set; }
        [Display(Name = "状态")] public InvitationState State { get; init; }
        [Display(Name = "发出时间")] public DateTime At { get; init; }
        [Display(Name = "有效期至")] public DateTime ExpiresAt { get; init; }
        [Display(Name = "邀请人")] public string InvitedBy { get; init; } = "";
        [Display(Name = "接受时间")] public DateTime? UsedAt { get; init; }
        public Guid? UsedBy { get; init; }
        public bool IsReplaced { get; init; }

        [System.Text.Json.Serialization.JsonIgnore]
        public Guid? DistrictId { get; init; }

        [System.Text.Json.Serialization.JsonIgnore]
        public Guid? OrganisationId { get; init; }
    }

    public override Access Access => Access.Needs(AccountsCapability.Invite);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>
    {
        ["at"] = r => r.At,
        ["expiresAt"] = r => r.ExpiresAt,
        ["displayName"] = r => r.DisplayName,
    };

    protected override string DefaultSort => "-at";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var now = Now;
        var honoured = Db.Set<Invitation>().Where(posts.Honoured(now)).Select(i => i.Id);
        var rows = Visible(Db.Set<Invitation>().AsNoTracking()).Join(Db.Users, i => i.InvitedBy, u => u.Id, (i, inviter) => new Row
        {
            Id = i.Id, Version = i.Version, DisplayName = i.DisplayName, Role = i.Role, DistrictId = i.DistrictId, OrganisationId = i.OrganisationId,
            At = i.At, ExpiresAt = i.ExpiresAt, UsedAt = i.UsedAt, UsedBy = i.UsedBy, InvitedBy = inviter.DisplayName, IsReplaced = i.ReplacedBy != null,
            State = i.UsedAt != null ? InvitationState.Used
                : i.WithdrawnAt != null ? InvitationState.Withdrawn
                : i.ExpiresAt <= now ? InvitationState.Expired
                : honoured.Contains(i.Id) ? InvitationState.Open : InvitationState.Lapsed,
        });
        if (filter.Query is { } text) rows = rows.Where(r => r.DisplayName.Contains(text));
        if (filter.State is { } state) rows = rows.Where(r => r.State == state);
        return rows;
    }

    /// <summary>The administrator all; an officer the district's; a manager those to the own firm.</summary>
    private IQueryable<Invitation> Visible(IQueryable<Invitation> all)
    {
        if (Actor.May(AccountsCapability.Manage)) return all;
        var (district, firm, organisation) = (Actor.WriteDistrict, Actor.OrganisationId, Roles.OfOrganisation.ToArray());
        return Actor.IsOfficer() ? all.Where(i => i.DistrictId == district && (i.PersonId != null || organisation.Contains(i.Role))) : all.Where(i => firm != null && i.OrganisationId == firm);
    }

    protected override async Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var districts = await Db.Set<District>().AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Name, cancellation);
        var firms = await organisations.NamesAsync([.. rows.Select(r => r.OrganisationId).OfType<Guid>().Distinct()], cancellation);
        foreach (var row in rows)
        {
            row.District = row.DistrictId is { } district ? districts.GetValueOrDefault(district) : null;
            row.Firm = row.OrganisationId is { } firm ? firms.GetValueOrDefault(firm, "（已不在名册）") : null;
        }
    }
}
