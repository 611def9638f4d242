using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Settings;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Limits;
using LianMeng.Shared.Settings;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Capabilities.Accounts;

/// <summary>Whoever tries codes spends what whoever tries passwords spends: one address, one budget.</summary>
[Trait("Promise", "25")]
public sealed class InvitationBudgetTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task An_address_has_so_many_tries_and_another_its_own()
    {
        const int most = 5;
        Assert.True((await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<ChangeSetting>(), new() { Key = Budget.SignIns.Most.Key, Value = most })).IsDone);
        await Settling.UntilAsync("the setting holds", () => Task.FromResult(world.Services.GetRequiredService<SettingValues>().Of(Budget.SignIns.Most) == most));
        var made = await world.InviteAsync("被人猜");
        for (var i = 0; i < most; i++) Assert.Equal(i % 2 == 0 ? OutcomeKind.Refused : OutcomeKind.NotFound, await TryAsync("203.0.113.7", InvitationCode.Make(), i % 2 == 0));
        Assert.Equal(OutcomeKind.TooMany, await TryAsync("203.0.113.7", made.Code, join: true));
        Assert.Equal(OutcomeKind.TooMany, await TryAsync("203.0.113.7", made.Code, join: false));
        Assert.Equal(OutcomeKind.Done, await TryAsync("203.0.113.8", made.Code, join: true));
    }

    private async Task<OutcomeKind> TryAsync(string address, string code, bool join)
    {
        await using var scope = world.Services.GetRequiredService<TrustedScopes>().OpenFor(Actor.Anonymous);
        scope.ServiceProvider.GetRequiredService<ActorScope>().Address = address;
        return join
            ? (await scope.ServiceProvider.GetRequiredService<JoinByInvitation>().RunAsync(new() { Code = code, UserName = "guessed.it", Password = Person.Password })).Kind
            : (await scope.ServiceProvider.GetRequiredService<ReadInvitation>().RunAsync(new() { Code = code })).Kind;
    }
}
