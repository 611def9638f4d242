using LianMeng.Capabilities.Notices;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Retention;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Shared.Retention;

public sealed class RetentionTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task What_is_past_its_time_goes_district_by_district_and_the_ledger_says_so()
    {
        var now = world.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal(0, await ApplyAsync(world.Known.Tongliang, now));
        var (notices, operations) = (await CountAsync<Notice>(world.Known.Jiulongpo), await CountAsync<Operation>(world.Known.Jiulongpo));
        Assert.True(notices > 0 && operations > 0);

        var later = now.AddDays(400);
        Assert.True(await ApplyAsync(world.Known.Tongliang, later) > 0);
        Assert.Equal((0, 0), (await CountAsync<Notice>(world.Known.Tongliang), await CountAsync<Operation>(world.Known.Tongliang)));
        Assert.Equal((notices, operations), (await CountAsync<Notice>(world.Known.Jiulongpo), await CountAsync<Operation>(world.Known.Jiulongpo)));
        Assert.Equal(0, await ApplyAsync(world.Known.Tongliang, later));
        var facts = await world.ReadAsync(db => db.Set<LedgerEntry>().Where(e => e.Kind == nameof(RetentionApplied)).Select(e => e.DistrictId).ToListAsync());
        Assert.NotEmpty(facts);
        Assert.All(facts, district => Assert.Equal(world.Known.Tongliang, district));
        Assert.Empty((await world.VerifyLedgerAsync()).Problems);
    }

    [WorldFact]
    public void Every_rule_has_its_setting()
    {
        var rules = world.Services.GetServices<RetentionRule>().ToList();
        Assert.True(rules.Count >= 4);
        Assert.All(rules, rule => Assert.Contains(rule.Keep, Catalogue.Settings));
        Assert.Equal(rules.Count, rules.Select(r => r.Title).Distinct().Count());
    }

    private Task<int> ApplyAsync(Guid district, DateTime at)
        => world.AsAsync(Actor.Job("retention", [world.Known.Tongliang, world.Known.Jiulongpo], district), async services => (await services.GetRequiredService<ApplyRetention>().RunAsync(new() { At = at })).Value);

    private Task<int> CountAsync<T>(Guid district) where T : class, LianMeng.Shared.Scope.IDistrictOwned
        => world.ReadAsync(db => db.Set<T>().CountAsync(r => r.DistrictId == district));
}
