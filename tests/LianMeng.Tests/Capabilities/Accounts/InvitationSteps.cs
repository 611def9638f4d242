using LianMeng.Capabilities.Accounts;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Accounts;

/// <summary>What the tests of invitations do again and again.</summary>
internal static class InvitationSteps
{
    public static async Task<MadeInvitation> InviteAsync(this TestWorld world, string name, Role role = Role.AllianceSecretary, Person? inviter = null, string? uscc = null)
    {
        var made = await world.RunAsync(inviter ?? world.Known.Admin, s => s.GetRequiredService<MakeInvitation>(),
            new() { DisplayName = name, Role = role, DistrictId = world.Known.Tongliang, Uscc = uscc });
        Assert.True(made.IsDone, made.Message);
        return made.Value!;
    }

    public static Task<Outcome<JoinByInvitation.Joined>> JoinAsync(this TestWorld world, string code, string userName, string? key = null)
        => world.AsAsync(Actor.Anonymous, s => s.GetRequiredService<JoinByInvitation>().RunAsync(new() { Code = code, UserName = userName, Password = Person.Password }, key));

    public static Task<int> AccountsAsync(this TestWorld world, string userName)
        => world.ReadAsync(db => db.Users.CountAsync(u => u.UserName == userName));

    public static Task<Invitation> InvitationAsync(this TestWorld world, Guid id) => world.ReadAsync(db => db.Set<Invitation>().AsNoTracking().SingleAsync(i => i.Id == id));

    public static async Task<IReadOnlyList<ListPeople.Row>> RunListAsync(this TestWorld world, Person person)
        => (await world.AsAsync(await world.ActorAsync(person), s => s.GetRequiredService<ListPeople>().RunAsync(new() { PageSize = 100 }))).Value!.Items;
}
