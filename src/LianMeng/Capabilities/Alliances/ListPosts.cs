using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Who holds and held which post in an alliance, and for which organisation.</summary>
public sealed class ListPosts(UseCaseContext context, MandateBook mandates, FirmDirectory firms) : Query<ListPosts.Filter, ListPosts.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        /// <summary>The alliance.</summary>
        public Guid Id { get; set; }

        [Display(Name = "职务")]
        public Role? Role { get; set; }

        /// <summary>True: those held now; false: those that ended or are to come; null: all.</summary>
        [Display(Name = "现任")]
        public bool? Current { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid UserId { get; init; }
        [Display(Name = "姓名")] public string Name { get; init; } = "";
        [Display(Name = "职务")] public Role Role { get; init; }
        [Display(Name = "代表单位")] public string? Organisation { get; set; }
        [Display(Name = "任职自")] public DateTime From { get; init; }
        [Display(Name = "任职至")] public DateTime? To { get; init; }
        [Display(Name = "现任")] public bool IsCurrent { get; init; }
        [Display(Name = "能登录")] public bool CanSignIn { get; init; }
        public bool IsOver { get; init; }

        internal Guid? OrganisationId { get; init; }
    }

    public override Access Access => Access.Needs(AlliancesCapability.Oversee);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["from"] = r => r.From,
        ["name"] = r => r.Name,
        ["role"] = r => r.Role,
    };

    protected override string DefaultSort => "-from";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override Task<bool> IsThereAsync(Filter filter, CancellationToken cancellation)
        => Db.Set<Alliance>().Within(Actor, AlliancesCapability.Oversee).AnyAsync(a => a.Id == filter.Id, cancellation);

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var now = Now;
        var rows = mandates.OfAlliance(filter.Id).Select(m => new Row
        {
            Id = m.Id, UserId = m.UserId, Name = m.Name, Role = m.Role, OrganisationId = m.OrganisationId, From = m.From, To = m.To, CanSignIn = m.CanSignIn,
            IsCurrent = m.From <= now && (m.To == null || m.To > now), IsOver = m.To != null && m.To <= now,
        });
        if (filter.Role is { } role) rows = rows.Where(r => r.Role == role);
        if (filter.Current is { } current) rows = rows.Where(r => r.IsCurrent == current);
        if (filter.Query is { } text) rows = rows.Where(r => r.Name.Contains(text));
        return rows;
    }

    protected override async Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(r => r.OrganisationId).OfType<Guid>().Distinct().ToList();
        var names = await firms.Firms().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        foreach (var row in rows) row.Organisation = row.OrganisationId is { } id ? names.GetValueOrDefault(id, "（已不在名册）") : null;
    }
}
