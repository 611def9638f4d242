using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using LianMeng.Browser.Server;

namespace LianMeng.Browser.Campaigns;

/// <summary>
/// Promise 1: a crash loses nothing acknowledged. Writers register firms through the API and note what was answered with 201;
/// the program is killed at a random moment and started again; then everything noted must be there and nothing half done.
/// LIANMENG_PROVE_COUNT is the number of kills.
/// </summary>
[Trait("Promise", "1")]
public sealed class CrashTests
{
    private const int Writers = 8;
    private const string Firms = "/api/organisations?pageSize=1";
    private const string Registrations = "/api/ledger?kind=OrganisationRegistered&pageSize=1";

    private static int Kills => Environment.GetEnvironmentVariable("LIANMENG_PROVE_COUNT") is { Length: > 0 } count ? int.Parse(count, CultureInfo.InvariantCulture) : 3;

    [Fact]
    public Task Killing_the_program_loses_nothing_on_SQLite() => CampaignAsync(new Dictionary<string, string>());

    /// <summary>The program is killed, not the database: that one has its own promise of this kind.</summary>
    [Fact]
    public Task Killing_the_program_loses_nothing_on_PostgreSQL()
    {
        var cluster = Environment.GetEnvironmentVariable("LIANMENG_TEST_POSTGRES");
        Assert.SkipUnless(cluster is { Length: > 0 }, "LIANMENG_TEST_POSTGRES is not set; ./test and ./prove start a cluster");
        return CampaignAsync(RunningServer.OnPostgres(cluster));
    }

    /// <summary>The comparison itself: a firm that was never saved is found missing.</summary>
    [Fact]
    public void The_comparison_sees_a_loss()
    {
        var acknowledged = new[] { Guid.CreateVersion7(), Guid.CreateVersion7() };
        Assert.Equal([acknowledged[1]], Lost(acknowledged, [acknowledged[0]]));
    }

    private static async Task CampaignAsync(Dictionary<string, string> settings)
    {
        await using var server = new RunningServer(settings);
        await server.TakeDemonstrationAsync();
        await server.StartAsync();
        var (secretary, auditor) = (await TokenAsync(server, "secretary-tl"), await TokenAsync(server, "auditor"));
        server.Http.DefaultRequestHeaders.Authorization = secretary;
        var firmsBefore = await TotalAsync(server, secretary, Firms);
        var factsBefore = await TotalAsync(server, auditor, Registrations);
        int acknowledgedInAll = 0, savedInAll = 0, lost = 0;
        var slowest = TimeSpan.Zero;
        for (var round = 1; round <= Kills; round++)
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $"轮次{round}之");
            var acknowledged = await WriteUntilKilledAsync(server, mark);
            var ready = await server.StartAsync();
            if (ready > slowest) slowest = ready;
            var saved = await ListAsync(server, mark);
            lost += Lost(acknowledged, [.. saved.Select(firm => firm.Id)]).Count;
            // A firm is written with its products and its fact: the firm alone would be half of it.
            Assert.All(saved, firm => Assert.Equal($"铝锭{firm.Name[^1]}；铝棒", firm.Makes));
            // What was sent and not answered may be there or not, but each writer had only one such.
            Assert.InRange(saved.Count, acknowledged.Count, acknowledged.Count + Writers);
            acknowledgedInAll += acknowledged.Count;
            savedInAll += saved.Count;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"promise 1 ({(settings.Count == 0 ? "Sqlite" : "Postgres")}): {Kills} kills, acknowledged {acknowledgedInAll}, saved {savedInAll}, lost {lost}, slowest ready again {slowest.TotalSeconds:0.0} s");
        Assert.Equal(0, lost);
        Assert.True(acknowledgedInAll > Kills, "the writers wrote too little to prove anything");
        // One fact for each firm saved, none for one that was not, and the chain of facts is whole.
        Assert.Equal(firmsBefore + savedInAll, await TotalAsync(server, secretary, Firms));
        Assert.Equal(factsBefore + savedInAll, await TotalAsync(server, auditor, Registrations));
        var (exitCode, report) = await server.TryVerbAsync(["verify-audit"]);
        Assert.True(exitCode == 0, report);
    }

    private static List<Guid> Lost(IEnumerable<Guid> acknowledged, HashSet<Guid> found) => [.. acknowledged.Where(id => !found.Contains(id))];

    private static async Task<IReadOnlyCollection<Guid>> WriteUntilKilledAsync(RunningServer server, string mark)
    {
        var acknowledged = new ConcurrentQueue<Guid>();
        var writers = Enumerable.Range(0, Writers).Select(writer => WriteAsync(server.Http, mark + writer, acknowledged)).ToArray();
        // On a busy machine the first answer may take seconds; a kill before it would prove nothing.
        while (acknowledged.IsEmpty && !Array.TrueForAll(writers, writer => writer.IsCompleted)) await Task.Delay(20);
        await Task.Delay(RandomNumberGenerator.GetInt32(20, 1500));
        await server.KillAsync();
        await Task.WhenAll(writers);
        return acknowledged;
    }

    /// <summary>Until the connection breaks.</summary>
    private static async Task WriteAsync(HttpClient http, string mark, ConcurrentQueue<Guid> acknowledged)
    {
        for (var number = 0; ; number++)
        {
            try
            {
                using var answer = await http.PostAsJsonAsync("/api/organisations", new { name = $"{mark}号崩溃试验厂{number}", notListed = true, makes = $"铝锭{number % 10};铝棒" });
                var body = await answer.Content.ReadAsStringAsync();
                Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Created, $"{answer.StatusCode}: {body}");
                using var json = JsonDocument.Parse(body);
                acknowledged.Enqueue(json.RootElement.GetProperty("id").GetGuid());
            }
            catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
            {
                return;
            }
        }
    }

    /// <summary>A token is good across restarts: the keys lie in the data folder.</summary>
    private static async Task<AuthenticationHeaderValue> TokenAsync(RunningServer server, string userName)
    {
        using var answer = await server.Http.PostAsJsonAsync("/api/login", new { userName, password = DemonstrationServer.Password });
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return new("Bearer", json.RootElement.GetProperty("accessToken").GetString());
    }

    private static async Task<List<(Guid Id, string Name, string Makes)>> ListAsync(RunningServer server, string query)
    {
        var firms = new List<(Guid, string, string)>();
        for (var page = 1; ; page++)
        {
            using var json = JsonDocument.Parse(await server.Http.GetStringAsync($"/api/organisations?pageSize=200&page={page}&query={Uri.EscapeDataString(query)}"));
            var items = json.RootElement.GetProperty("items").EnumerateArray().ToList();
            firms.AddRange(items.Select(item => (item.GetProperty("id").GetGuid(), item.GetProperty("name").GetString()!, item.GetProperty("makes").GetString()!)));
            if (items.Count < 200) return firms;
        }
    }

    private static async Task<int> TotalAsync(RunningServer server, AuthenticationHeaderValue token, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = token;
        using var answer = await server.Http.SendAsync(request);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("total").GetInt32();
    }
}
