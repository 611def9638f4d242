using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace LianMeng.Shared.Telemetry;

/// <summary>
/// What belongs to one request can be found again: the number that a person is shown is the trace in the log and in the traces.
/// A span is named by the route, never by the address: an address may hold what somebody typed.
/// </summary>
public static class RequestTrace
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];

    /// <summary>First of all: everything that is logged until the answer is out knows its request.</summary>
    public static async Task OpenAsync(HttpContext http, RequestDelegate next)
    {
        using (http.RequestServices.GetRequiredService<Instruments>().Request()) await next(http);
    }

    /// <summary>Once the route is known.</summary>
    public static Task NameAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
        {
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            var method = Methods.Contains(http.Request.Method) ? http.Request.Method : "_OTHER";
            span.DisplayName = route is null ? method : $"{method} /{route.TrimStart('/')}";
            if (route is not null) span.SetTag("http.route", route);
            // A balancer asks every second: not worth a trace each.
            if (http.Request.Path.StartsWithSegments("/health")) span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }

        return next(http);
    }

    /// <summary>What a person may quote and an administrator looks for.</summary>
    public static string NumberOf(HttpContext http)
        => (http.Features.Get<IHttpActivityFeature>()?.Activity ?? Activity.Current) is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToString() : http.TraceIdentifier;
}
