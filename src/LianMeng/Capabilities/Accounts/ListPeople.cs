using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Who holds a post now: in the officer's district, or in the manager's own organisation.</summary>
public sealed class ListPeople(UseCaseContext context, OrganisationLookup organisations) : Query<ListPeople.Filter, ListPeople.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "职务")]
        public Role? Role { get; set; }

        /// <summary>False: people who stand on the list and have no account yet.</summary>
        [Display(Name = "已开户")]
        public bool? CanSignIn { get; set; }
    }

    public sealed class Row
    {
        /// <summary>The post.</summary>
        public Guid Id { get; init; }
        public Guid UserId { get; init; }
        [Display(Name = "姓名")] public string DisplayName { get; init; } = "";
        [Display(Name = "职务")] public Role Role { get; init; }
        [Display(Name = "单位")] public string? Organisation { get; set; }
        [Display(Name = "已开户")] public bool CanSignIn { get; init; }
        [Display(Name = "任职时间")] public DateTime Since { get; init; }

        /// <summary>Whether the one who asks may end it.</summary>
        public bool MayEnd { get; set; }

        public Guid? DistrictId { get; init; }
        public Guid? OrganisationId { get; init; }
    }

    public override Access Access => Access.Needs(AccountsCapability.Invite);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>
    {
        ["displayName"] = r => r.DisplayName,
        ["role"] = r => r.Role,
        ["since"] = r => r.Since,
    };

    protected override string DefaultSort => "-since";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var now = Now;
        var posts = Db.Set<Mandate>().AsNoTracking().ActiveAt(now);
        var (district, own, organisation) = (Actor.WriteDistrict, Actor.OrganisationId, Roles.OfOrganisation.ToArray());
        if (!Actor.May(AccountsCapability.Manage))
            posts = Actor.IsOfficer() ? posts.Where(m => m.DistrictId == district) : posts.Where(m => own != null && m.OrganisationId == own && organisation.Contains(m.Role));
        var rows = posts.Join(Db.Users.Where(u => !u.Disabled), m => m.UserId, u => u.Id, (m, u) => new Row
        {
            Id = m.Id, UserId = m.UserId, DisplayName = u.DisplayName, Role = m.Role, DistrictId = m.DistrictId, OrganisationId = m.OrganisationId, CanSignIn = u.PasswordHash != null, Since = m.From,
        });
        if (filter.Query is { } text) rows = rows.Where(r => r.DisplayName.Contains(text));
        if (filter.Role is { } role) rows = rows.Where(r => r.Role == role);
        if (filter.CanSignIn is { } can) rows = rows.Where(r => r.CanSignIn == can);
        return rows;
    }

    protected override async Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var names = await organisations.NamesAsync([.. rows.Select(r => r.OrganisationId).OfType<Guid>().Distinct()], cancellation);
        foreach (var row in rows)
        {
            row.Organisation = row.OrganisationId is { } id ? names.GetValueOrDefault(id, "（已不在名册）") : null;
            row.MayEnd = row.UserId != Actor.UserId && Actor.MayGive(new Post(row.Role, row.DistrictId, AllianceId: null, row.OrganisationId));
        }
    }
}
