using System.Diagnostics;
using OpenTelemetry;

namespace LianMeng.Shared.Telemetry;

/// <summary>
/// Lets out of a span only what is on this list. The framework's span of a request also has the address, the query, the caller's
/// address and program, which may hold what people type or who they are.
/// </summary>
internal sealed class SpanCleaner : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "url.scheme", "error.type",
    };

    public override void OnEnd(Activity data)
    {
        foreach (var (key, _) in data.TagObjects.Where(t => !Allowed.Contains(t.Key) && !t.Key.StartsWith("lianmeng.", StringComparison.Ordinal)).ToList()) data.SetTag(key, null);
    }
}
