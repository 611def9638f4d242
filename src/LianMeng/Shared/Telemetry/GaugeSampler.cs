using System.Diagnostics.Metrics;

namespace LianMeng.Shared.Telemetry;

/// <summary>The gauges of what waits. The database is asked every fifteen seconds, and only while somebody listens.</summary>
public sealed class GaugeSampler : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private readonly QueueReader reader;
    private readonly ILogger<GaugeSampler> logger;
    private readonly List<ObservableGauge<long>> counts = [];
    private volatile QueueReading? latest;

    public GaugeSampler(Instruments instruments, QueueReader reader, ILogger<GaugeSampler> logger)
    {
        this.reader = reader;
        this.logger = logger;
        var meter = instruments.Meter;
        Count("lianmeng.ledger.head", "{fact}", "Number of the last fact", r => r.LedgerHead);
        Count("lianmeng.deliveries.waiting", "{delivery}", "Deliveries not done and not given up", r => r.DeliveriesWaiting);
        Count("lianmeng.deliveries.dead", "{delivery}", "Deliveries given up, waiting for an administrator", r => r.DeliveriesDead);
        Count("lianmeng.job_runs.waiting", "{run}", "Runs of scheduled jobs not done and not given up", r => r.JobRunsWaiting);
        Count("lianmeng.job_runs.dead", "{run}", "Runs of scheduled jobs given up, waiting for an administrator", r => r.JobRunsDead);
        Count("lianmeng.operations.waiting", "{operation}", "Operations waiting for their turn", r => r.OperationsWaiting);
        Count("lianmeng.operations.running", "{operation}", "Operations running on any node", r => r.OperationsRunning);
        meter.CreateObservableGauge("lianmeng.deliveries.oldest", () => Of<double>(r => [new Measurement<double>(r.OldestAge.TotalSeconds)]), "s", "Age of the oldest delivery that waits");
        counts.Add(meter.CreateObservableGauge("lianmeng.follower.behind", () => Of(r => r.Followers.Select(f => new Measurement<long>(f.Behind, Named(f)))), "{fact}", "Facts that this node's follower does not reflect yet"));
        meter.CreateObservableGauge("lianmeng.follower.delay", () => Of(r => r.Followers.Select(f => new Measurement<double>(f.BehindSeconds, Named(f)))), "s", "Age of the first of them");
        counts.Add(meter.CreateObservableGauge("lianmeng.index.size",
            () => Of(r => r.Followers.SelectMany(f => f.Sizes.Select(s => new Measurement<long>(s.Count, Named(f), new KeyValuePair<string, object?>("lianmeng.what", s.Name))))), "{item}", "Size of this node's index"));

        void Count(string name, string unit, string description, Func<QueueReading, long> of)
            => counts.Add(meter.CreateObservableGauge(name, () => Of<long>(r => [new Measurement<long>(of(r))]), unit, description));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                latest = counts.Exists(c => c.Enabled) ? await reader.ReadAsync(stoppingToken) : null;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                latest = null; // a gap in the line is truer than an old number
                logger.LogWarning(e, "What waits could not be counted; it is tried again");
            }

            await Task.Delay(Every, stoppingToken);
        }
    }

    private static KeyValuePair<string, object?> Named(FollowerReading follower) => new("lianmeng.follower", follower.Name);

    private IEnumerable<Measurement<T>> Of<T>(Func<QueueReading, IEnumerable<Measurement<T>>> measure) where T : struct
        => latest is { } reading ? measure(reading) : [];
}
