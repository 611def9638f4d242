using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LianMeng.Browser.Server;

namespace LianMeng.Browser.Campaigns;

/// <summary>
/// Promise 20: two nodes behind nginx on one PostgreSQL are restarted in turn under load: no request fails, nobody has to sign in
/// again, and what was written is there once. LIANMENG_PROVE_COUNT is the number of restarts of each node.
/// </summary>
[Trait("Promise", "20")]
public sealed class RollingRestartTests
{
    private const int Clients = 6;

    private static int Restarts => Environment.GetEnvironmentVariable("LIANMENG_PROVE_COUNT") is { Length: > 0 } count ? int.Parse(count, CultureInfo.InvariantCulture) : 1;

    [Fact]
    public async Task Restarting_node_after_node_under_load_fails_no_request()
    {
        var cluster = Environment.GetEnvironmentVariable("LIANMENG_TEST_POSTGRES");
        Assert.SkipUnless(cluster is { Length: > 0 }, "LIANMENG_TEST_POSTGRES is not set; ./test and ./prove start a cluster");
        Assert.SkipUnless(NginxServer.IsThere, "nginx is not installed (Debian package nginx)");
        var settings = RunningServer.OnPostgres(cluster);
        settings["Shutdown__DrainSeconds"] = "1";
        settings["Proxy__Networks"] = "127.0.0.1";
        await using var one = new RunningServer(settings);
        await one.TakeDemonstrationAsync();
        await using var other = one.Twin();
        await Task.WhenAll(one.StartAsync(), other.StartAsync());
        await using var nginx = new NginxServer(one, other);
        await nginx.WaitAsync(one.Http);

        using var stop = new CancellationTokenSource();
        var load = new Load(nginx.Address);
        var before = await load.FirmsAsync();
        var clients = Enumerable.Range(0, Clients).Select(client => load.RunAsync(client, stop.Token)).ToList();
        await load.ReachAsync(Clients * 3);
        for (var round = 0; round < Restarts; round++)
        {
            foreach (var node in new[] { one, other })
            {
                Assert.Equal(0, await node.StopAsync());
                await load.ReachAsync(load.Answered + Clients);
                await node.StartAsync();
                // The other node may go only when nginx has taken this one back: its two seconds are up to three.
                await Task.Delay(TimeSpan.FromSeconds(4), stop.Token);
                await load.ReachAsync(load.Answered + Clients);
            }
        }

        await stop.CancelAsync();
        await Task.WhenAll(clients);
        var firms = await load.FirmsAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"promise 20: {Restarts} restarts of each of 2 nodes, {load.Answered} requests, {load.Failures.Count} failed, {load.Written} written, {firms - before} there, slowest {load.Slowest.TotalSeconds:0.0} s");
        Assert.True(load.Failures.IsEmpty, string.Join('\n', [.. load.Failures.Take(10), .. one.Errors, .. other.Errors, nginx.Log]));
        Assert.Equal(load.Written, firms - before);
        Assert.True(load.Written > 0);
        Assert.Empty(one.Errors.Concat(other.Errors));
    }

    /// <summary>People with cookies who open pages, and programs with tokens who write.</summary>
    private sealed class Load(Uri address)
    {
        private int answered;
        private int written;
        private long slowest;

        public int Answered => answered;
        public int Written => written;
        public TimeSpan Slowest => TimeSpan.FromTicks(slowest);
        public ConcurrentQueue<string> Failures { get; } = new();

        public async Task RunAsync(int client, CancellationToken stop)
        {
            using var http = await SignedInAsync(client % 2 == 0);
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                var clock = Stopwatch.GetTimestamp();
                try
                {
                    using var answer = client % 2 == 0
                        ? await http.GetAsync((number % 3) switch { 0 => "/organisations", 1 => "/match?text=铝合金锭", _ => "/" })
                        : await http.PostAsJsonAsync("/api/organisations", new { name = $"客户{client}号重启试验厂{number}", notListed = true, makes = "铝锭" });
                    // A page that led to the sign-in would be a lost session.
                    if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created)) Failures.Enqueue($"{number} of client {client}: {(int)answer.StatusCode} {answer.Headers.Location} {await answer.Content.ReadAsStringAsync()}");
                    else if (client % 2 == 1) Interlocked.Increment(ref written);
                }
                catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
                {
                    Failures.Enqueue($"{number} of client {client}: {e.Message}");
                }

                Interlocked.Increment(ref answered);
                Max(ref slowest, Stopwatch.GetElapsedTime(clock).Ticks);
            }
        }

        public async Task ReachAsync(int number)
        {
            for (var waited = Stopwatch.StartNew(); answered < number; await Task.Delay(20))
                Assert.True(waited.Elapsed < TimeSpan.FromMinutes(2), $"the load stands still at {answered}");
        }

        public async Task<int> FirmsAsync()
        {
            using var http = await SignedInAsync(pages: false);
            return (await http.GetFromJsonAsync<JsonElement>("/api/organisations?pageSize=1")).GetProperty("total").GetInt32();
        }

        private async Task<HttpClient> SignedInAsync(bool pages)
        {
            var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
            if (pages)
            {
                var form = await http.GetStringAsync("/sign-in");
                using var answer = await http.PostAsync("/sign-in", new FormUrlEncodedContent(
                    Hidden(form).Append(new("userName", "secretary-tl")).Append(new("password", DemonstrationServer.Password))));
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
                return http;
            }

            using var login = await http.PostAsJsonAsync("/api/login", new { userName = "secretary-tl", password = DemonstrationServer.Password });
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString());
            return http;
        }

        /// <summary>The hidden fields of the one form that takes a password: the page has another for passkeys.</summary>
        private static IEnumerable<KeyValuePair<string, string>> Hidden(string page)
            => System.Text.RegularExpressions.Regex.Matches(page.Split("<form").Single(form => form.Contains("name=\"password\"", StringComparison.Ordinal)), "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
                .Select(m => new KeyValuePair<string, string>(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));

        private static void Max(ref long most, long value)
        {
            for (var seen = Interlocked.Read(ref most); value > seen; seen = Interlocked.Read(ref most))
            {
                if (Interlocked.CompareExchange(ref most, value, seen) == seen) return;
            }
        }
    }
}
