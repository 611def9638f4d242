using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Accounts with the posts they hold now.</summary>
public sealed class ListAccounts(UseCaseContext context) : Query<ListFilter, ListAccounts.Row>(context)
{
    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        [Display(Name = "用户名")] public string UserName { get; init; } = "";
        [Display(Name = "姓名")] public string DisplayName { get; init; } = "";
        [Display(Name = "停用")] public bool Disabled { get; init; }
        [Display(Name = "职务")] public string Posts { get; set; } = "";
    }

    public override Access Access => Access.Needs(AccountsCapability.Manage);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>
    {
        ["userName"] = r => r.UserName,
        ["displayName"] = r => r.DisplayName,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(ListFilter filter)
    {
        var users = Db.Users.AsNoTracking();
        if (filter.Query is { } text)
            users = users.Where(u => u.NormalizedUserName!.Contains(text.ToUpper()) || u.DisplayName.Contains(text));
        return users.Select(u => new Row { Id = u.Id, Version = u.Version, UserName = u.UserName!, DisplayName = u.DisplayName, Disabled = u.Disabled });
    }

    protected override async Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var now = Now;
        var mandates = await Db.Set<Mandate>().AsNoTracking().Where(m => ids.Contains(m.UserId)).ToListAsync(cancellation);
        var districts = await Db.Set<District>().ToDictionaryAsync(d => d.Id, d => d.Name, cancellation);
        foreach (var row in rows)
        {
            row.Posts = string.Join("；", mandates.Where(m => m.UserId == row.Id && m.IsActive(now)).OrderBy(m => m.Role)
                .Select(m => m.Role.Title() + (m.DistrictId is { } d && districts.TryGetValue(d, out var name) ? $"（{name}）" : "")));
        }
    }
}
