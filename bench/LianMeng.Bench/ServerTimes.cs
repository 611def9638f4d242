using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace LianMeng.Bench;

/// <summary>How long requests stay in the server's pipeline, by path.</summary>
sealed class ServerTimes
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<double>> times = new(StringComparer.Ordinal);

    public async Task MeasureAsync(HttpContext http, RequestDelegate next)
    {
        var start = Stopwatch.GetTimestamp();
        await next(http);
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        lock (gate)
        {
            var path = http.Request.Path.Value ?? "";
            if (!times.TryGetValue(path, out var list)) times[path] = list = [];
            list.Add(took);
        }
    }

    public void Clear()
    {
        lock (gate) times.Clear();
    }

    /// <summary>Median and 95th percentile in words.</summary>
    public string Of(string path)
    {
        lock (gate)
        {
            var sorted = times[path].Order().ToList();
            return string.Create(CultureInfo.InvariantCulture, $"median {sorted[sorted.Count / 2]:F2} ms, p95 {sorted[(int)(sorted.Count * 0.95)]:F2} ms");
        }
    }
}
