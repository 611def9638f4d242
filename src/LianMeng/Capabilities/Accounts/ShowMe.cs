using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Who is signed in, with which posts.</summary>
public sealed class ShowMe(UseCaseContext context) : Show<ShowMe.Input, ShowMe.View>(context)
{
    public sealed class Input;

    public sealed record View(Guid UserId, string UserName, string DisplayName, IReadOnlyList<Role> Roles, IReadOnlyList<string> Posts, Guid WriteDistrict, Guid? OrganisationId);

    public override Access Access => Access.SignedIn;

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var userName = await Db.Users.Where(u => u.Id == Actor.UserId).Select(u => u.UserName).FirstOrDefaultAsync(cancellation);
        return userName is null ? null
            : new(Actor.UserId!.Value, userName, Actor.Name, [.. Actor.Roles.Order()], [.. Actor.Roles.Order().Select(r => r.Title())], Actor.WriteDistrict, Actor.OrganisationId);
    }
}
