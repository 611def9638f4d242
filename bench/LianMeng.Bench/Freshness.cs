using System.Diagnostics;
using LianMeng.Capabilities.Listings;
using LianMeng.Capabilities.Matching;
using LianMeng.Engine.Matching;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LianMeng.Bench;

/// <summary>
/// How soon after its save a listing is found: on the node that saved it, and on a second node of the same database, which
/// hears of it only by polling the ledger. Asked of the index every millisecond.
/// </summary>
static class Freshness
{
    public static Task<int> RunAsync(string[] args) => Tables.GuardAsync(async () =>
    {
        var count = Options.Numbers(args, ("--listings", 100))[0];
        var sqlite = await SqliteAsync(count);
        var postgres = await PostgresAsync(count);
        Console.WriteLine($"searchable_after_ms (median / 95 %)  {sqlite}  {postgres}");
    });

    private static async Task<string> SqliteAsync(int count)
    {
        using var folder = new TempFolder();
        string measured;
        await using (var own = await RunningProgram.StartAsync(folder.Path, RunningProgram.Sqlite(folder)))
        {
            var second = await RunningProgram.StartAsync(folder.Path, RunningProgram.Sqlite(folder));
            measured = await MeasureAsync("sqlite", own, second, count);
            await second.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        return measured;
    }

    private static async Task<string> PostgresAsync(int count)
    {
        await using var server = await PostgresServer.OpenAsync();
        if (server is null) return "postgres skipped";
        using var folder = new TempFolder();
        (string, string)[] settings = [("Database:Provider", Database.Postgres), ("ConnectionStrings:LianMeng", server.Program)];
        await using var own = await RunningProgram.StartAsync(folder.Path, settings);
        await using var second = await RunningProgram.StartAsync(folder.Path, settings);
        var measured = await MeasureAsync("postgres", own, second, count);
        NpgsqlConnection.ClearAllPools();
        return measured;
    }

    private static async Task<string> MeasureAsync(string name, RunningProgram own, RunningProgram second, int count)
    {
        var district = await InventedRoster.DistrictAsync(own);
        await Task.WhenAll(own.Services.GetRequiredService<MatchingFollower>().Loaded, second.Services.GetRequiredService<MatchingFollower>().Loaded);
        var (here, there) = (new List<double>(), new List<double>());
        for (var i = 0; i < count; i++)
        {
            var listing = (await own.DoAsync<PostListing, PostListing.Input, PostListing.Created>(district, new() { Kind = ListingKind.Supply, Title = $"供应铝合金锭 第 {i} 批", Product = "铝合金锭" })).Id;
            var saved = Stopwatch.GetTimestamp();
            var took = await Task.WhenAll(FoundAsync(own, listing, district, saved), FoundAsync(second, listing, district, saved));
            here.Add(took[0]);
            there.Add(took[1]);
            // so that saves do not fall in step with the polling
            await Task.Delay(i * 37 % 500);
        }

        return $"{name} own node {Middle(here)} second node {Middle(there)}";
    }

    private static Task<double> FoundAsync(RunningProgram node, Guid listing, Guid district, long saved) => Task.Run(async () =>
    {
        var index = node.Services.GetRequiredService<MatchIndex>();
        var request = new MatchRequest("铝合金锭", MatchKind.Demand, 1, new HashSet<Guid> { district, DistrictIds.City });
        while (index.Explain(listing, request) is null) await Task.Delay(1);
        return Stopwatch.GetElapsedTime(saved).TotalMilliseconds;
    });

    private static string Middle(List<double> times)
    {
        times.Sort();
        return $"{times[times.Count / 2]:0} / {times[times.Count * 95 / 100]:0}";
    }
}
