using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LianMeng.Shared.Telemetry;

/// <summary>One piece of work from its begin to its end: a span, a duration with its outcome, and a name in the log's scope.</summary>
public sealed class Measured : IDisposable
{
    private readonly Histogram<double> histogram;
    private readonly Activity? span;
    private readonly KeyValuePair<string, object?> name;
    private readonly LogScope.Entered scope;
    private readonly long started = Stopwatch.GetTimestamp();
    private string outcome = "Broken";

    internal Measured(Histogram<double> histogram, Activity? span, string key, string name, LogScope.Entered scope)
    {
        this.histogram = histogram;
        this.span = span;
        this.name = new(key, name);
        this.scope = scope;
    }

    /// <summary>It ended with this outcome; without a word it counts as broken.</summary>
    public void Came(string how) => outcome = how;

    /// <summary>For an exception filter, which is asked before anything is undone: notes what broke (never what it says), and catches nothing.</summary>
    public bool Broke(Exception exception)
    {
        outcome = exception is OperationCanceledException ? "Cancelled" : "Broken";
        span?.SetTag("error.type", exception.GetType().FullName).SetStatus(ActivityStatusCode.Error);
        scope.Keep();
        return false;
    }

    public void Dispose()
    {
        var how = new KeyValuePair<string, object?>("lianmeng.outcome", outcome);
        if (histogram.Enabled) histogram.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, name, how);
        span?.SetTag(name.Key, name.Value).SetTag(how.Key, how.Value).Dispose();
        scope.Dispose();
    }
}
