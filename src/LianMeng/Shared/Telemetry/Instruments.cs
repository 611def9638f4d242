using System.Diagnostics;
using System.Diagnostics.Metrics;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;

namespace LianMeng.Shared.Telemetry;

/// <summary>
/// What this program tells of itself: one span and one duration for everything it does, by name and outcome. Never a value that
/// somebody put in. The framework's own types: when nobody listens a measurement costs some comparisons.
/// </summary>
public sealed class Instruments
{
    /// <summary>Of the activity source and of the meter.</summary>
    public const string Name = "LianMeng";

    private static readonly ActivitySource Source = new(Name);

    // From a millisecond (a page from memory) to minutes (an import).
    private static readonly InstrumentAdvice<double> Times = new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] };

    private readonly ILogger logger;
    private readonly Histogram<double> useCases;
    private readonly Histogram<double> deliveries;
    private readonly Histogram<double> jobs;
    private readonly Histogram<double> operations;
    private readonly Histogram<double> writeGate;
    private readonly Counter<long> saves;
    private readonly Counter<long> facts;

    public Instruments(IMeterFactory meters, ILoggerFactory loggers)
    {
        logger = loggers.CreateLogger(Name);
        Meter = meters.Create(Name);
        useCases = Duration("lianmeng.use_case.duration", "Use cases by name and outcome");
        deliveries = Duration("lianmeng.delivery.duration", "Deliveries by reaction and outcome");
        jobs = Duration("lianmeng.job.duration", "Runs of scheduled jobs by job and outcome");
        operations = Duration("lianmeng.operation.duration", "Operations by use case and outcome");
        writeGate = Duration("lianmeng.write_gate.wait", "How long a save waited for SQLite's one writer");
        saves = Meter.CreateCounter<long>("lianmeng.saves", "{save}", "Committed saves, with facts or of bookkeeping only");
        facts = Meter.CreateCounter<long>("lianmeng.facts", "{fact}", "Facts in the ledger by kind; failed sign-ins are SignInFailed");
    }

    /// <summary>For the gauges of <see cref="GaugeSampler"/>.</summary>
    internal Meter Meter { get; }

    /// <summary>A use case begins.</summary>
    public Measured UseCase(string name, Actor actor)
        => new(useCases, Source.StartActivity(name), "lianmeng.use_case", name, LogScope.Enter(logger).UseCase(name, actor));

    /// <summary>A delivery begins.</summary>
    public Measured Delivery(string reaction, long seq)
        => new(deliveries, Source.StartActivity("delivery " + reaction, ActivityKind.Consumer)?.SetTag("lianmeng.seq", seq), "lianmeng.reaction", reaction, LogScope.Enter(logger).Work($"delivery {reaction} {seq}"));

    /// <summary>A run of a scheduled job begins.</summary>
    public Measured Job(string job) => new(jobs, Source.StartActivity("job " + job), "lianmeng.job", job, LogScope.Enter(logger).Work($"job {job}"));

    /// <summary>An operation begins, or goes on.</summary>
    public Measured Operation(string useCase, Guid id)
        => new(operations, Source.StartActivity("operation " + useCase), "lianmeng.use_case", useCase, LogScope.Enter(logger).Work($"operation {id}"));

    /// <summary>Whatever the log says until the answer is out belongs to one request.</summary>
    public IDisposable Request() => LogScope.Enter(logger);

    /// <param name="waitedFrom">of <see cref="Stopwatch.GetTimestamp"/></param>
    public void PassedWriteGate(long waitedFrom)
    {
        if (writeGate.Enabled) writeGate.Record(Stopwatch.GetElapsedTime(waitedFrom).TotalSeconds);
    }

    /// <summary>A save is committed.</summary>
    public void Saved(IReadOnlyList<Fact> stated)
    {
        saves.Add(1, new KeyValuePair<string, object?>("lianmeng.save", stated.Count > 0 ? "facts" : "bookkeeping"));
        if (!facts.Enabled) return;
        foreach (var fact in stated) facts.Add(1, new KeyValuePair<string, object?>("lianmeng.fact", fact.Kind));
    }

    private Histogram<double> Duration(string name, string description) => Meter.CreateHistogram(name, "s", description, null, Times);
}
