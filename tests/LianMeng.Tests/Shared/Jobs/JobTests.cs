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

/// <summary>What runs by the clock runs once for each district, on whichever node, also when the nodes were away.</summary>
public sealed class JobTests(TestWorld world) : IClassFixture<TestWorld>
{
    private static readonly DateTime Due = new(2026, 3, 1, 18, 30, 0, DateTimeKind.Utc);
    private Probe probe = null!;

    [WorldFact]
    public async Task A_due_time_on_two_nodes_is_run_once_for_each_district()
    {
        await StartAsync();
        var second = NewProbe();
        await using var other = world.StartSecond(second.AddWithJob);
        var rounds = Counts.Of(5);
        for (var round = 0; round < rounds; round++)
        {
            var due = Due.AddDays(-round);
            await Task.WhenAll(FireAsync(world.Services, due), FireAsync(other.Services, due));
            await world.SettleAsync();
            Assert.Equal([1, 1, 1], await ToldAsync(due)); // the city's administrator and a secretary in each district
            Assert.Equal(3, await world.ReadAsync(db => db.Set<JobRun>().CountAsync(r => r.Job == Probe.Job && r.Due == due && r.FinishedAt != null)));
        }

        Counts.Say(22, $"{rounds} due times on 2 nodes, 3 districts: each once");
    }

    [WorldFact]
    public async Task The_last_time_that_was_missed_is_made_good_once()
    {
        var last = await StartAsync();
        Assert.Equal(last, await StartAsync());
        await world.SettleAsync();
        Assert.Equal([1, 1, 1], await ToldAsync(last));

        world.Clock.Advance(TimeSpan.FromDays(3));
        last = await StartAsync();
        await world.SettleAsync();
        Assert.Equal([1, 1, 1], await ToldAsync(last));
        Assert.DoesNotContain(await RunsAsync(), r => r.Due == last.AddDays(-1)); // the last one, not every one
    }

    [WorldFact]
    public async Task A_run_whose_node_died_is_taken_up_again_and_done_once()
    {
        await StartAsync();
        await world.SettleAsync();
        var due = Due.AddDays(-100);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        probe.At = async (at, cancellation) =>
        {
            if (at != $"job:{world.Known.Tongliang}") return;
            reached.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        };
        await world.ReadAsync(async db =>
        {
            foreach (var district in new[] { world.Known.Tongliang, world.Known.Jiulongpo }) db.Add(JobRun.Of(Probe.Job, due, district, default));
            return await db.SaveChangesAsync();
        });
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(15));
        Assert.Contains(await RunsAsync(), r => r.Due == due && r is { StartedAt: not null, FinishedAt: null });
        await StartAsync();
        await Settling.UntilAsync("both are done", async () => (await RunsAsync()).Count(r => r.Due == due && r.FinishedAt is not null) == 2);
        Assert.Equal([1, 1], await ToldAsync(due));
        Assert.All((await RunsAsync()).Where(r => r.Due == due), r => Assert.Equal(0, r.Attempts)); // dying is no failure
    }

    [WorldFact]
    public async Task A_run_that_fails_eight_times_waits_for_an_administrator()
    {
        await StartAsync();
        await world.SettleAsync();
        probe.At = (at, _) => at == $"job:{world.Known.Tongliang}" ? throw new IOException("planted") : Task.CompletedTask;
        var asked = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<RunJobNow>(), new() { Job = Probe.Job });
        Assert.True(asked.IsDone, asked.Message);
        var due = asked.Value!.Due;
        await Settling.UntilAsync("it is dead", async () =>
        {
            world.Clock.Advance(TimeSpan.FromHours(1));
            return (await RunsAsync()).Any(r => r.Due == due && r.DeadAt is not null);
        });
        var dead = Assert.Single(await RunsAsync(), r => r.Due == due && r.DeadAt is not null);
        Assert.Equal(BackgroundWork.MostAttempts, dead.Attempts);
        Assert.Equal(2, (await RunsAsync()).Count(r => r.Due == due && r.FinishedAt is not null)); // the other districts were not kept waiting

        probe.At = (_, _) => Task.CompletedTask;
        Assert.True((await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<RetryJobRun>(), new() { Id = dead.Id })).IsDone);
        await Settling.UntilAsync("it is done", async () => (await RunsAsync()).Count(r => r.Due == due && r.FinishedAt is not null) == 3);
        Assert.Equal([1, 1, 1], await ToldAsync(due));
    }

    [WorldFact]
    public async Task A_run_that_was_given_up_does_not_come_back()
    {
        await StartAsync();
        await world.SettleAsync();
        probe.At = (_, _) => throw new IOException("planted");
        var asked = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<RunJobNow>(), new() { Job = Probe.Job });
        await Settling.UntilAsync("they failed", async () => (await RunsAsync()).Count(r => r.Due == asked.Value!.Due && r.Attempts > 0) == 3);
        foreach (var run in (await RunsAsync()).Where(r => r.Due == asked.Value!.Due))
            Assert.True((await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<DiscardJobRun>(), new() { Id = run.Id, Reason = "不再需要" })).IsDone);
        probe.At = (_, _) => Task.CompletedTask;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.SettleAsync();
        Assert.Empty(await ToldAsync(asked.Value!.Due));
        Assert.Equal(3, await world.ReadAsync(db => db.Set<LedgerEntry>().CountAsync(e => e.Kind == nameof(JobRunDiscarded))));
    }

    [WorldFact]
    public async Task A_job_that_there_is_not_cannot_be_run()
    {
        await StartAsync();
        var outcome = await world.RunAsync(world.Known.Admin, s => s.GetRequiredService<RunJobNow>(), new() { Job = "nothing" });
        Assert.Equal(OutcomeKind.Invalid, outcome.Kind);
    }

    /// <summary>Every day at half past two in China is half past six in the evening of the day before, UTC.</summary>
    [Fact]
    public void Due_times_are_in_China()
    {
        Assert.Equal(new DateTime(2026, 11, 21, 18, 30, 0, DateTimeKind.Utc), ChinaCron.LastDue("0 30 2 * * ?", new DateTime(2026, 11, 22, 18, 29, 59, DateTimeKind.Utc)));
        Assert.Equal(new DateTime(2026, 11, 22, 18, 30, 0, DateTimeKind.Utc), ChinaCron.LastDue("0 30 2 * * ?", new DateTime(2026, 11, 22, 18, 30, 0, DateTimeKind.Utc)));
        Assert.Equal(new DateTime(2026, 11, 22, 18, 30, 0, DateTimeKind.Utc), ChinaCron.NextDue("0 30 2 * * ?", new DateTime(2026, 11, 22, 18, 29, 59, DateTimeKind.Utc)));
        Assert.Equal(new DateTime(2026, 10, 31, 17, 0, 0, DateTimeKind.Utc), ChinaCron.LastDue("0 0 1 1 * ?", new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(new DateTime(2026, 11, 22, 0, 10, 0, DateTimeKind.Utc), ChinaCron.LastDue("0 0/10 * * * ?", new DateTime(2026, 11, 22, 0, 19, 0, DateTimeKind.Utc)));
    }

    [Theory]
    [InlineData("0 30 2 * * ?", "每天 02:30")]
    [InlineData("0 0 8 ? * MON", "每周一 08:00")]
    [InlineData("0 0 8 ? * MON-FRI", "周一至周五 08:00")]
    [InlineData("0 5 0 1 * ?", "每月 1 日 00:05")]
    [InlineData("0 0/10 * * * ?", "每 10 分钟")]
    [InlineData("0 15 * * * ?", "每小时的第 15 分")]
    [InlineData("0 0 8-18/2 L * ?", "0 0 8-18/2 L * ?")]
    public void A_usual_time_is_said_in_words(string cron, string words) => Assert.Equal(words, CronWords.Of(cron));

    private Probe NewProbe() => new() { UserId = world.Known.Secretary.Id, DistrictId = world.Known.Tongliang };

    /// <summary>A node with a new probe, when it has made good what was due: a test that lets the probe fail shall meet its own runs alone.</summary>
    /// <returns>the last due time, done for each district</returns>
    private async Task<DateTime> StartAsync()
    {
        probe = NewProbe();
        await world.RestartAsync(probe.AddWithJob);
        var last = ChinaCron.LastDue("0 30 2 * * ?", world.Clock.GetUtcNow().UtcDateTime)!.Value;
        await Settling.UntilAsync("the last due time is made good", async () => (await RunsAsync()).Count(r => r.Due == last && r.FinishedAt is not null) == 3);
        return last;
    }

    private static Task FireAsync(IServiceProvider services, DateTime due) => services.GetRequiredService<JobRunner>().FireAsync(Probe.Job, due, default);

    private Task<List<JobRun>> RunsAsync() => world.ReadAsync(db => db.Set<JobRun>().AsNoTracking().ToListAsync());

    private Task<List<int>> ToldAsync(DateTime due)
        => world.ReadAsync(db => db.Set<Notice>().Where(n => n.DedupKey == $"probe-job:{due:yyyyMMddHHmmss}").Select(n => n.Count).ToListAsync());
}
