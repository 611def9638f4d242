using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Who is signed in, with which posts.</summary>
public sealed class ShowMe(UseCaseContext context) : Show<ShowMe.Input, ShowMe.View>(context)
{
    public sealed class Input;

    public sealed record View(Guid UserId, string DisplayName, IReadOnlyList<Role> Roles, IReadOnlyList<string> Posts, Guid WriteDistrict, Guid? OrganisationId);

    public override Access Access => Access.SignedIn;

    protected override Task<View?> LoadAsync(Input input, CancellationToken cancellation)
        => Task.FromResult(Actor.UserId is { } id
            ? new View(id, Actor.Name, [.. Actor.Roles.Order()], [.. Actor.Roles.Order().Select(r => r.Title())], Actor.WriteDistrict, Actor.OrganisationId)
            : null);
}
