using System.Diagnostics;

namespace LianMeng.Shared.Telemetry;

/// <summary>
/// Takes from a request's headers which trace it belongs to, and nothing else: the state and the baggage beside it are free text
/// of whoever calls, and would travel on with every span.
/// </summary>
public sealed class TraceParentOnly : DistributedContextPropagator
{
    private const string Header = "traceparent";

    public override IReadOnlyCollection<string> Fields { get; } = [Header];

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
        if (activity is { IdFormat: ActivityIdFormat.W3C, Id: { } id }) setter?.Invoke(carrier, Header, id);
    }

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState)
    {
        traceState = null;
        traceId = null;
        string? given = null;
        getter?.Invoke(carrier, Header, out given, out _);
        if (given is not null && ActivityContext.TryParse(given, null, out _)) traceId = given;
    }

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
