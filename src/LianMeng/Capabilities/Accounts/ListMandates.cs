using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Who holds which post, where, for which firm, since when and by whom; those that ended, too.</summary>
public sealed class ListMandates(UseCaseContext context, OrganisationLookup organisations) : Query<ListMandates.Filter, ListMandates.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "职务")]
        public Role? Role { get; set; }

        [Display(Name = "区县")]
        public Guid? DistrictId { get; set; }

        /// <summary>One person's posts.</summary>
        [Display(Name = "账号")]
        public Guid? UserId { get; set; }

        [Display(Name = "状态")]
        public MandateState? State { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid UserId { get; init; }
        [Display(Name = "姓名")] public string DisplayName { get; init; } = "";
        [Display(Name = "用户名")] public string UserName { get; init; } = "";
        [Display(Name = "职务")] public Role Role { get; init; }
        [Display(Name = "区县")] public string? District { get; set; }
        [Display(Name = "企业")] public string? Firm { get; set; }
        [Display(Name = "状态")] public MandateState State { get; init; }
        [Display(Name = "任职时间")] public DateTime Since { get; init; }
        [Display(Name = "结束时间")] public DateTime? Until { get; init; }
        [Display(Name = "授予人")] public string GivenBy { get; init; } = "";

        [System.Text.Json.Serialization.JsonIgnore]
        public Guid? DistrictId { get; init; }

        [System.Text.Json.Serialization.JsonIgnore]
        public Guid? OrganisationId { get; init; }
    }

    public override Access Access => Access.Needs(AccountsCapability.ReadPosts);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>
    {
        ["displayName"] = r => r.DisplayName,
        ["role"] = r => r.Role,
        ["since"] = r => r.Since,
        ["until"] = r => r.Until,
    };

    protected override string DefaultSort => "-since";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var now = Now;
        var rows = Db.Set<Mandate>().AsNoTracking().Join(Db.Users, m => m.UserId, u => u.Id, (m, u) => new Row
        {
            Id = m.Id, UserId = m.UserId, DisplayName = u.DisplayName, UserName = u.UserName!, Role = m.Role, DistrictId = m.DistrictId, OrganisationId = m.OrganisationId,
            Since = m.From, Until = m.To, GivenBy = Db.Users.Where(g => g.Id == m.GivenBy).Select(g => g.DisplayName).FirstOrDefault() ?? "控制台",
            State = m.To != null && m.To <= now ? MandateState.Ended : u.Disabled ? MandateState.Suspended : MandateState.Active,
        });
        if (filter.Query is { } text) rows = rows.Where(r => r.DisplayName.Contains(text) || r.UserName.ToUpper().Contains(text.ToUpper()));
        if (filter.Role is { } role) rows = rows.Where(r => r.Role == role);
        if (filter.DistrictId is { } district) rows = rows.Where(r => r.DistrictId == district);
        if (filter.UserId is { } user) rows = rows.Where(r => r.UserId == user);
        if (filter.State is { } state) rows = rows.Where(r => r.State == state);
        return rows;
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
