using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Organisations of the district for which nobody can sign in yet, and whether a code to claim them is out.</summary>
public sealed class ListUnclaimed(UseCaseContext context, FirmDirectory firms) : Query<ListUnclaimed.Filter, ListUnclaimed.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        /// <summary>True: only those with a code that is not used yet.</summary>
        [Display(Name = "已发邀请码")]
        public bool? Invited { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "单位")] public string Name { get; init; } = "";
        [Display(Name = "统一社会信用代码")] public string? Uscc { get; init; }
        [Display(Name = "类型")] public OrganisationKind Kind { get; init; }
        [Display(Name = "已发邀请码")] public bool Invited { get; init; }

        internal string SortKey { get; init; } = "";
    }

    public override Access Access => Access.Needs(AccountsCapability.Claims);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>> { ["name"] = r => r.SortKey, ["uscc"] = r => r.Uscc };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var (now, district, speaking) = (Now, Actor.WriteDistrict, Roles.OfOrganisation.ToArray());
        var held = Db.Set<Mandate>().Where(m => m.OrganisationId != null && speaking.Contains(m.Role)).ActiveAt(now)
            .Join(Db.Users.Where(u => !u.Disabled && u.PasswordHash != null), m => m.UserId, u => u.Id, (m, _) => m.OrganisationId);
        var invited = Db.Set<Invitation>().Where(i => i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now).Select(i => i.OrganisationId);
        var rows = firms.Firms().Where(f => f.DistrictId == district && !held.Contains(f.Id))
            .Select(f => new Row { Id = f.Id, Name = f.Name, Uscc = f.Uscc, Kind = f.Kind, SortKey = f.SortKey, Invited = invited.Contains(f.Id) });
        if (filter.Query is { } text) rows = rows.Where(r => r.Name.Contains(text) || r.Uscc == text);
        if (filter.Invited is { } yes) rows = rows.Where(r => r.Invited == yes);
        return rows;
    }
}
