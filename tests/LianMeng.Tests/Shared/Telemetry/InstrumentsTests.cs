using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using LianMeng.Shared.Telemetry;
using LianMeng.Tests.Architecture;
using LianMeng.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Tests.Shared.Telemetry;

public sealed class InstrumentsTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_request_is_a_span_with_its_use_case_in_it_and_a_duration_with_its_outcome()
    {
        var spans = new ConcurrentBag<Activity>();
        using var listening = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Instruments.Name or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listening);
        var measured = new ConcurrentBag<(string Instrument, string Tags)>();
        using var meters = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == Instruments.Name) l.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measured.Add((instrument.Name, Words(tags))));
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => measured.Add((instrument.Name, Words(tags))));
        meters.Start();

        using var api = await world.ApiAsync(world.Known.Secretary);
        using (var answer = await api.GetAsync("/api/organisations?query=甲")) answer.EnsureSuccessStatusCode();
        using (var answer = await api.GetAsync($"/api/organisations/{world.Known.ForeignFirm}")) { }
        using (var answer = await api.PostAsync("/api/login", new StringContent("""{"userName":"nobody","password":"nothing at all"}""", System.Text.Encoding.UTF8, "application/json"))) { }

        // Other tests run beside this one in the same process, and their requests are spans too.
        var list = spans.First(s => s.DisplayName == "ListOrganisations" && s.GetTagItem("lianmeng.outcome") is "Done" && s.Parent?.DisplayName == "GET /api/organisations");
        Assert.Equal("GET /api/organisations", list.Parent!.DisplayName);
        Assert.Contains(spans, s => s.DisplayName == "GET /api/organisations/{id}");
        Assert.Contains(("lianmeng.use_case.duration", "lianmeng.use_case=ListOrganisations lianmeng.outcome=Done"), measured);
        Assert.Contains(measured, m => m is { Instrument: "lianmeng.use_case.duration" } && m.Tags.EndsWith("NotFound", StringComparison.Ordinal));
        Assert.Contains(("lianmeng.facts", "lianmeng.fact=SignedIn"), measured);
        Assert.Contains(("lianmeng.facts", "lianmeng.fact=SignInFailed"), measured);
        Assert.Contains(("lianmeng.saves", "lianmeng.save=facts"), measured);
        if (TestDatabase.IsSqlite) Assert.Contains(measured, m => m.Instrument == "lianmeng.write_gate.wait");
    }

    /// <summary>What waits is seen: a dead delivery, a follower that stands still.</summary>
    [WorldFact]
    public async Task What_waits_is_counted()
    {
        await world.SettleAsync();
        var reader = world.Services.GetRequiredService<QueueReader>();
        var before = await reader.ReadAsync(default);
        await using (var scope = await world.Services.GetRequiredService<LianMeng.Shared.Jobs.TrustedScopes>().OpenConsoleAsync(LianMeng.Shared.Access.DistrictIds.City, default))
        {
            var db = scope.ServiceProvider.GetRequiredService<LianMeng.Shared.Data.AppDb>();
            var now = world.Clock.GetUtcNow().UtcDateTime;
            db.Add(LianMeng.Shared.Jobs.Delivery.Of("nobody", 1, default, now.AddDays(1)));
            var dead = LianMeng.Shared.Jobs.Delivery.Of("nobody", 2, default, now.AddDays(1));
            for (var i = 0; i < LianMeng.Shared.Jobs.BackgroundWork.MostAttempts; i++) dead.Fail("tried", now);
            db.Add(dead);
            await db.SaveChangesAsync();
        }

        var after = await reader.ReadAsync(default);
        Assert.Equal((before.DeliveriesWaiting + 1, before.DeliveriesDead + 1), (after.DeliveriesWaiting, after.DeliveriesDead));
        Assert.True(after.OldestAge > TimeSpan.Zero); // since the first fact of the world
        var follower = Assert.Single(after.Followers, f => f.Name == "MatchingFollower");
        Assert.True(follower.IsLoaded);
        Assert.True(follower.Sizes.Count == 2 && follower.Sizes.All(s => s.Count > 0));
    }

    /// <summary>The list of metrics in docs/operations.md is the program's.</summary>
    [WorldFact]
    public void Every_instrument_is_described_for_operators()
    {
        var names = new List<string>();
        using (var meters = new MeterListener { InstrumentPublished = (instrument, _) => { if (instrument.Meter.Name == Instruments.Name) names.Add(instrument.Name); } })
        {
            meters.Start();
        }

        Assert.True(names.Distinct().Count() > 15, $"only {names.Distinct().Count()} instruments seen");
        var page = File.ReadAllText(Repository.PathOf("docs/operations.md"));
        Assert.DoesNotContain(names, n => !page.Contains($"`{n}`", StringComparison.Ordinal));
    }

    private static string Words(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        => string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"));
}
