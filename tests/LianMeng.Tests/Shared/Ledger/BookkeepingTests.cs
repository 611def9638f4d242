using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Shared.Ledger;

/// <summary>Promise 18: nothing changes in silence, except how far the machine has got with its own work.</summary>
[Trait("Promise", "18")]
public sealed class BookkeepingTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_row_that_says_how_far_the_machine_is_needs_no_fact()
    {
        var head = await world.HeadAsync();
        await TryAsync((db, _) => db.Add(OperationGauge.Of(world.Known.Operation)));
        Assert.Equal(1, await world.ReadAsync(db => db.Set<OperationGauge>().CountAsync()));
        await TryAsync((db, gauge) => db.Remove(gauge!));
        Assert.Equal(head, await world.HeadAsync());
    }

    [WorldFact]
    public async Task Any_other_row_does_and_so_does_a_mixture()
    {
        var actor = await world.ActorAsync(world.Known.Secretary);
        foreach (var mixed in new[] { false, true })
        {
            var problem = await Record.ExceptionAsync(() => world.AsAsync(actor, async services =>
            {
                var db = services.GetRequiredService<AppDb>();
                var firm = await db.Set<Organisation>().FirstAsync(o => o.Id == world.Known.Firm);
                db.Entry(firm).Property(o => o.Name).CurrentValue = "悄悄改名铝业有限公司";
                if (mixed) db.Add(OperationGauge.Of(world.Known.Operation));
                return await db.SaveChangesAsync();
            }));
            Assert.IsType<InvalidOperationException>(problem);
        }

        Assert.Equal(0, await world.ReadAsync(db => db.Set<OperationGauge>().CountAsync()));
        Assert.Equal(0, await world.ReadAsync(db => db.Set<Organisation>().CountAsync(o => o.Name == "悄悄改名铝业有限公司")));
        Counts.Say(18, "rows without a fact, alone and among bookkeeping: refused");
    }

    /// <summary>A reviewed list of what may change in silence; a count of questions that found nothing names nobody, and who sent a file that was only looked at is noted so that its rejected rows open to nobody else.</summary>
    [WorldFact]
    public async Task Only_seven_kinds_of_rows_are_bookkeeping()
    {
        var kinds = await world.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => t.IsAssignableTo(typeof(IBookkeeping))).Select(t => t.Name).Order(StringComparer.Ordinal).ToList()));
        Assert.Equal([nameof(Delivery), nameof(JobRun), nameof(LianMeng.Capabilities.Nodes.NodeBeat), nameof(OperationGauge), nameof(LianMeng.Capabilities.Matching.PoorQuestion), nameof(LianMeng.Shared.Imports.SentFile), nameof(SessionSighting)], kinds);
    }

    /// <summary>Nor may bookkeeping climb the fence between districts.</summary>
    [WorldFact]
    public async Task A_foreign_districts_gauge_cannot_be_written()
    {
        var problem = await Record.ExceptionAsync(() => TryAsync((db, _) =>
        {
            var gauge = OperationGauge.Of(world.Known.ForeignOperation);
            db.Add(gauge).Property(nameof(IDistrictOwned.DistrictId)).CurrentValue = world.Known.Jiulongpo;
        }));
        Assert.IsType<InvalidOperationException>(problem);
    }

    private async Task TryAsync(Action<AppDb, OperationGauge?> change)
    {
        var actor = await world.ActorAsync(world.Known.Secretary);
        await world.AsAsync(actor, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            change(db, await db.Set<OperationGauge>().FirstOrDefaultAsync());
            return await db.SaveChangesAsync();
        });
    }
}
