using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>One account, for those who change it: posts held now and before, sessions, second factors. Where from somebody is signed in is their own business.</summary>
public sealed class ShowAccount(UseCaseContext context, OrganisationLookup organisations) : Show<ShowAccount.Input, ShowAccount.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    /// <param name="Posts">those held now first</param>
    /// <param name="Sessions">how many are open</param>
    public sealed record View(Guid Id, Guid Version, string UserName, string DisplayName, bool Disabled, IReadOnlyList<Post> Posts, int Sessions, bool HasSecondFactor, int Passkeys);

    /// <param name="Firm">the name of the firm that the post speaks for</param>
    public sealed record Post(Guid Id, Role Role, string Title, string? District, string? Firm, DateTime From, DateTime? To, bool IsActive);

    public override Access Access => Access.Needs(AccountsCapability.Manage);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (await Db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == input.Id, cancellation) is not { } user) return null;
        var mandates = await Db.Set<Mandate>().AsNoTracking().Where(m => m.UserId == user.Id).ToListAsync(cancellation);
        var districts = await Db.Set<District>().ToDictionaryAsync(d => d.Id, d => d.Name, cancellation);
        var firms = await organisations.NamesAsync([.. mandates.Select(m => m.OrganisationId).OfType<Guid>().Distinct()], cancellation);
        var posts = mandates.Select(m => new Post(m.Id, m.Role, m.Role.Title(),
                m.DistrictId is { } d ? districts.GetValueOrDefault(d) : null, m.OrganisationId is { } o ? firms.GetValueOrDefault(o) : null, m.From, m.To, m.IsActive(Now)))
            .OrderByDescending(p => p.IsActive).ThenBy(p => p.Role).ThenByDescending(p => p.From).ToList();
        return new(user.Id, user.Version, user.UserName!, user.DisplayName, user.Disabled, posts,
            await UserSessions.CountOpenAsync(Db, user.Id, Now, cancellation), user.TwoFactorEnabled,
            await Db.Set<IdentityUserPasskey<Guid>>().CountAsync(p => p.UserId == user.Id, cancellation));
    }
}
