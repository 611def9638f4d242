using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Districts;
using LianMeng.Capabilities.Notices;
using LianMeng.Capabilities.Operations;
using LianMeng.Shared.Data;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Shared.Jobs;

/// <summary>Promise 22: whatever breaks where, every fact is answered and nothing is done twice.</summary>
[Trait("Promise", "22")]
public sealed class DeliveryTests(TestWorld world) : IClassFixture<TestWorld>
{
    private Probe probe = null!;

    [WorldFact]
    public async Task Every_fact_is_answered_once_in_the_order_of_the_ledger()
    {
        await StartAsync();
        var facts = await StateAsync(Counts.Of(40));
        await AssertEachOnceAsync(facts, "a", "b");
        Counts.Say(22, $"{facts.Count} facts, {facts.Count * 2} commands: 0 missing, 0 twice");
    }

    /// <summary>The program is stopped in the middle of the step: the same as a crash, as far as anything stored can tell.</summary>
    [WorldFact]
    public async Task A_crash_before_the_plan_or_between_two_commands_loses_and_repeats_nothing()
    {
        var crashes = 0;
        foreach (var step in Enumerable.Repeat(new[] { "plan", "do:a", "do:b" }, Counts.Of(1)).SelectMany(s => s))
        {
            await StartAsync();
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            probe.At = async (at, cancellation) =>
            {
                if (at != step) return;
                reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
            };
            var facts = await StateAsync(2);
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(15));
            await StartAsync();
            await AssertEachOnceAsync(facts, "a", "b");
            crashes++;
        }

        Counts.Say(22, $"{crashes} crashes before the plan, before the first and after the first command: 0 missing, 0 twice");
    }

    /// <summary>Everything is committed, the mark is not: the delivery stands there again.</summary>
    [WorldFact]
    public async Task A_crash_between_the_last_commit_and_the_mark_repeats_nothing()
    {
        await StartAsync();
        var facts = await StateAsync(Counts.Of(5));
        await world.SettleAsync();
        await AddDeliveriesAsync(facts);
        await world.SettleAsync();
        await AssertEachOnceAsync(facts, "a", "b");
        Assert.Equal(facts.Count * 2, probe.Steps.Count(s => s == "plan")); // the control: it was planned again
        Counts.Say(22, $"{facts.Count} crashes between commit and mark: 0 twice");
    }

    [WorldFact]
    public async Task An_exception_at_any_step_is_tried_again_and_repeats_nothing()
    {
        foreach (var step in new[] { "plan", "do:a", "do:b" })
        {
            await StartAsync();
            var thrown = 0;
            probe.At = (at, _) => at == step && Interlocked.Increment(ref thrown) <= 2 ? throw new IOException("planted") : Task.CompletedTask;
            var facts = await StateAsync(1);
            await Settling.UntilAsync("two attempts failed", async () =>
            {
                world.Clock.Advance(TimeSpan.FromMinutes(1));
                return (await DeliveriesAsync()).Count == 0;
            });
            Assert.True(thrown >= 2, $"only {thrown} planted");
            await AssertEachOnceAsync(facts, "a", "b");
        }
    }

    /// <summary>What is planned again after a failure may be more, and in another order.</summary>
    [WorldFact]
    public async Task A_plan_that_changed_meanwhile_repeats_nothing_either()
    {
        await StartAsync();
        probe.At = (at, _) => at == "do:b" ? throw new IOException("planted") : Task.CompletedTask;
        var facts = await StateAsync(1);
        await Settling.UntilAsync("it failed once", async () => (await DeliveriesAsync()).Any(d => d.Attempts > 0));
        probe.At = (_, _) => Task.CompletedTask;
        probe.Plan = () => ["c", "b", "a"];
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await Settling.UntilAsync("it is done", async () => (await DeliveriesAsync()).Count == 0);
        await AssertEachOnceAsync(facts, "a", "b", "c");
    }

    [WorldFact]
    public async Task One_that_fails_does_not_keep_the_others_waiting()
    {
        await StartAsync();
        var first = true;
        probe.Plan = () => first ? throw new IOException("planted") : ["a"];
        var bad = await StateAsync(1);
        await Settling.UntilAsync("it failed once", async () => (await DeliveriesAsync()).Any(d => d.Attempts > 0));
        first = false;
        var good = await StateAsync(5);
        await AssertEachOnceAsync(good, "a");
        var waiting = Assert.Single(await DeliveriesAsync());
        Assert.Contains("IOException", waiting.Error);
        Assert.DoesNotContain("planted", waiting.Error); // what an exception says may be anything
        await AssertNoneAsync(bad);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await AssertEachOnceAsync(bad, "a");
    }

    [WorldFact]
    public async Task After_eight_failures_it_waits_for_an_administrator_who_brings_it_to_life()
    {
        await StartAsync();
        probe.At = (_, _) => throw new IOException("planted");
        List<Guid> facts = [.. await StateAsync(1), .. await StateAsync(1)]; // one after the other: their numbers are in this order
        await KillAsync(2);
        var tried = probe.Steps.Count;
        world.Clock.Advance(TimeSpan.FromDays(1));
        await Task.Delay(1500);
        Assert.Equal(tried, probe.Steps.Count); // dead is dead

        probe.At = (_, _) => Task.CompletedTask;
        var dead = (await DeliveriesAsync()).OrderBy(d => d.Seq).ToList();
        var retried = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<RetryDelivery>(), new() { Id = dead[0].Id });
        Assert.True(retried.IsDone, retried.Message);
        await AssertEachOnceAsync([facts[0]], "a", "b");
        await AssertNoneAsync([facts[1]]);

        var discarded = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<DiscardDelivery>(), new() { Id = dead[1].Id, Reason = "对方已注销" });
        Assert.True(discarded.IsDone, discarded.Message);
        Assert.Empty(await DeliveriesAsync());
        Assert.Equal(1, await world.ReadAsync(db => db.Set<LedgerEntry>().CountAsync(e => e.Kind == nameof(DeliveryDiscarded) && e.Json!.Contains("对方已注销"))));
        var twice = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<RetryDelivery>(), new() { Id = dead[1].Id });
        Assert.Equal(OutcomeKind.NotFound, twice.Kind);
        Counts.Say(22, "8 failures: dead, brought to life once, given up once with a reason in the ledger");
    }

    [WorldFact]
    public async Task Two_nodes_answer_every_fact_once()
    {
        await StartAsync();
        var second = new Probe { UserId = probe.UserId, DistrictId = probe.DistrictId };
        await using (var other = world.StartSecond(second.AddTo))
        {
            // Each node wakes itself: both ask for the work at the same time.
            var stated = await Task.WhenAll(StateAsync(Counts.Of(30)), StateAsync(Counts.Of(30), other.Services));
            var facts = stated.SelectMany(f => f).ToList();
            await AssertEachOnceAsync(facts, "a", "b");
            Assert.Equal(facts.Count, probe.Steps.Concat(second.Steps).Count(s => s == "plan"));
            Counts.Say(22, $"{facts.Count} facts, 2 nodes ({probe.Steps.Count(s => s == "plan")} and {second.Steps.Count(s => s == "plan")}): 0 missing, 0 twice");
        }
    }

    [WorldFact]
    public async Task When_one_node_stops_the_other_goes_on()
    {
        await StartAsync();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var blocked = new Probe { UserId = probe.UserId, DistrictId = probe.DistrictId };
        async Task BlockAsync(string at, CancellationToken cancellation)
        {
            if (at != "do:b") return;
            reached.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        }

        // Only the first to ask works: on SQLite that is this world's own node, on PostgreSQL either.
        probe.At = BlockAsync;
        blocked.At = BlockAsync;
        await using var other = world.StartSecond(blocked.AddTo);
        var facts = await StateAsync(3);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(15));
        var survivor = probe.Steps.IsEmpty ? probe : blocked;
        survivor.At = (_, _) => Task.CompletedTask;
        if (survivor == blocked) await world.App.DisposeAsync();
        else await other.DisposeAsync();
        if (survivor == blocked) await Settling.UntilAsync("the other node goes on", async () => await LeftAsync(other.Services) == 0);
        else await world.SettleAsync();
        await StartAsync();
        await AssertEachOnceAsync(facts, "a", "b");
        Assert.Contains("do:b", survivor.Steps);
    }

    [WorldFact]
    public async Task A_save_that_fails_leaves_no_delivery()
    {
        await StartAsync();
        var before = await world.HeadAsync();
        var twice = await Record.ExceptionAsync(() => world.AsAsync(LianMeng.Shared.Access.Actor.Console([], LianMeng.Shared.Access.DistrictIds.City), async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(LianMeng.Capabilities.Districts.Public.District.Create("铜梁区", "500151"));
            services.GetRequiredService<FactBuffer>().Add(new DistrictCreated(Guid.CreateVersion7()));
            services.GetRequiredService<FactBuffer>().Add(new AccountEnabled(Guid.CreateVersion7()));
            return await db.SaveChangesAsync();
        }));
        Assert.IsType<DbUpdateException>(twice);
        Assert.Equal(before, await world.HeadAsync());
        Assert.Empty(await DeliveriesAsync());
        Assert.Empty(probe.Steps);
    }

    /// <summary>While a node is newer than another, or when a capability was taken out.</summary>
    [WorldFact]
    public async Task A_reaction_that_this_program_does_not_have_is_said_in_words()
    {
        await StartAsync();
        var facts = await StateAsync(1);
        await world.SettleAsync();
        var seq = await world.ReadAsync(db => db.Set<LedgerSubject>().Where(s => s.EntityId == facts[0]).MinAsync(s => s.Seq));
        var id = await world.ReadAsync(async db =>
        {
            var delivery = Delivery.Of("gone", seq, world.Known.Tongliang, default);
            db.Add(delivery);
            await db.SaveChangesAsync();
            return delivery.Id;
        });
        await Settling.UntilAsync("it was tried", async () => (await DeliveriesAsync()).Any(d => d.Attempts > 0));
        Assert.Contains("没有这种处理", Assert.Single(await DeliveriesAsync()).Error);
        await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<DiscardDelivery>(), new() { Id = id, Reason = "已取消" });
    }

    private async Task StartAsync()
    {
        probe = new Probe { UserId = world.Known.Secretary.Id, DistrictId = world.Known.Tongliang };
        await world.RestartAsync(probe.AddTo);
    }

    /// <summary>Facts that the probe answers.</summary>
    private async Task<List<Guid>> StateAsync(int count, IServiceProvider? node = null)
    {
        var actor = await world.ActorAsync(world.Known.Secretary);
        var subjects = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).ToList();
        await Parallel.ForEachAsync(subjects, async (subject, cancellation) =>
        {
            await using var scope = (node ?? world.Services).GetRequiredService<TrustedScopes>().OpenFor(actor);
            scope.ServiceProvider.GetRequiredService<FactBuffer>().Add(new AccountEnabled(subject));
            await scope.ServiceProvider.GetRequiredService<AppDb>().SaveChangesAsync(cancellation);
        });
        return subjects;
    }

    private async Task AssertEachOnceAsync(List<Guid> subjects, params string[] marks)
    {
        await world.SettleAsync();
        var told = await world.ReadAsync(db => db.Set<Notice>().Where(n => n.SubjectId != null && subjects.Contains(n.SubjectId.Value)).ToDictionaryAsync(n => n.DedupKey, n => n.Count));
        Assert.Equal(subjects.SelectMany(s => marks.Select(m => Probe.KeyOf(s, m))).Order(StringComparer.Ordinal), told.Keys.Order(StringComparer.Ordinal));
        Assert.All(told, t => Assert.Equal(1, t.Value));
        Assert.Equal(told.Count, await world.ReadAsync(async db => (await db.Set<LedgerEntry>().Where(e => e.Kind == nameof(NoticeSent)).Select(e => e.Json!).ToListAsync())
            .Count(json => subjects.Any(s => json.Contains(s.ToString(), StringComparison.Ordinal)))));
    }

    private async Task AssertNoneAsync(List<Guid> subjects)
        => Assert.Equal(0, await world.ReadAsync(db => db.Set<Notice>().CountAsync(n => n.SubjectId != null && subjects.Contains(n.SubjectId.Value))));

    private Task<List<Delivery>> DeliveriesAsync() => world.ReadAsync(db => db.Set<Delivery>().AsNoTracking().ToListAsync());

    private static async Task<int> LeftAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Delivery>().CountAsync();
    }

    private Task<int> AddDeliveriesAsync(List<Guid> subjects)
        => world.ReadAsync(async db =>
        {
            foreach (var entry in await db.Set<LedgerSubject>().Where(s => subjects.Contains(s.EntityId))
                .Join(db.Set<LedgerEntry>().Where(e => e.Kind == nameof(AccountEnabled)), s => s.Seq, e => e.Seq, (_, e) => e).ToListAsync())
                db.Add(Delivery.Of(Probe.Reaction, entry.Seq, entry.DistrictId, entry.At));
            return await db.SaveChangesAsync();
        });

    private Task KillAsync(int count)
        => Settling.UntilAsync("eight attempts failed", async () =>
        {
            world.Clock.Advance(TimeSpan.FromHours(1));
            var all = await DeliveriesAsync();
            Assert.All(all, d => Assert.True(d.Attempts <= BackgroundWork.MostAttempts));
            return all.Count(d => d.DeadAt is not null) == count;
        });
}
