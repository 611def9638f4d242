using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Bench;

/// <summary>
/// What the register's page costs when the register is large: every kind of question to a program with 664 firms and to one with a hundred
/// thousand, in turn, so that whatever else the machine does weighs on both; the page as a person sees it and the same list as JSON.
/// </summary>
static class RegisterPages
{
    private const int Demonstration = 664, Requests = 25, WarmUp = 5, PageSize = 20;

    public static Task<int> RunAsync(string[] args) => Tables.GuardAsync(async () =>
    {
        var firms = Options.Numbers(args, ("--firms", 100_000))[0];
        var figures = new List<string>();
        using (var folder = new TempFolder())
            figures.Add(await CompareAsync(Database.Sqlite, $"Data Source={folder.File("small.db")}", $"Data Source={folder.File("large.db")}", firms));
        await using var server = await PostgresServer.OpenAsync();
        if (server is not null) figures.Add(await CompareAsync(Database.Postgres, await server.NewAsync(), await server.NewAsync(), firms));
        Console.WriteLine(string.Join(' ', figures));
    });

    private static async Task<string> CompareAsync(string provider, string smallDatabase, string largeDatabase, int firms)
    {
        using var smallFolder = new TempFolder();
        using var largeFolder = new TempFolder();
        await using var small = await FilledAsync(smallFolder, provider, smallDatabase, Demonstration);
        await using var large = await FilledAsync(largeFolder, provider, largeDatabase, firms);
        await QuietAsync();
        using var smallClient = await SignedInClient.SignInAsync(small.Address, InventedRoster.UserName, InventedRoster.Password);
        using var largeClient = await SignedInClient.SignInAsync(large.Address, InventedRoster.UserName, InventedRoster.Password);
        Console.WriteLine($"{provider}: median ms at {Demonstration} firms, at {firms}, and as a ratio");
        var ratios = new List<string>();
        foreach (var (name, words, path) in Questions())
        {
            var (few, many) = (new List<double>(), new List<double>());
            var (fewPath, manyPath) = (Of(path, Demonstration), Of(path, firms));
            for (var i = 0; i < Requests + WarmUp; i++)
            {
                var (a, b) = (await TimeAsync(smallClient, fewPath), await TimeAsync(largeClient, manyPath));
                if (i < WarmUp) continue;
                few.Add(a);
                many.Add(b);
            }

            few.Sort();
            many.Sort();
            var (before, after) = (few[few.Count / 2], many[many.Count / 2]);
            var hits = path.StartsWith("/api", StringComparison.Ordinal) ? $"{await TotalAsync(smallClient, fewPath)} and {await TotalAsync(largeClient, manyPath)} hits" : "";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {words,-42}{before,8:F1}{after,8:F1}{after / before,7:F1}   {hits}"));
            ratios.Add(string.Create(CultureInfo.InvariantCulture, $"{name}={after / before:F1}"));
        }

        return $"register_{provider.ToLowerInvariant()} firms={firms} {string.Join(' ', ratios)}";
    }

    /// <summary>{last}: the number of the last page.</summary>
    private static IEnumerable<(string Name, string Words, string Path)> Questions()
    {
        const string Api = "/api/organisations";
        static string Asked(string words) => $"{Api}?query={Uri.EscapeDataString(words)}";
        yield return ("page", "the page as a person sees it", "/organisations");
        yield return ("page_search", "the page, searched by two characters", "/organisations?query=" + Uri.EscapeDataString("铝业"));
        yield return ("first", "JSON: first page", Api);
        yield return ("last", "last page", Api + "?page={last}");
        yield return ("updated", "latest changes first", Api + "?sort=-updated");
        yield return ("size", "by size", Api + "?size=Medium");
        yield return ("region", "by region", Api + "?region=500151");
        yield return ("kind", "by kind, no hits", Api + "?kind=Bank");
        yield return ("two_characters", "two characters of a name", Asked("铝业"));
        yield return ("initials", "initials", Asked("lyyxgs"));
        yield return ("code", "a code", Asked(InventedRoster.Code(1_000_007)));
        yield return ("product", "a product", Asked("压铸件"));
        yield return ("nothing", "what is not there", Asked("没有这家"));
        yield return ("coverage", "page: product names, known and unknown", "/match/coverage?known=Unknown");
        yield return ("names", "JSON: names that nothing knows", "/api/match/coverage/names?known=Unknown");
        yield return ("known_firms", "firms with a name that is known", "/api/match/coverage/firms?naming=Known");
        yield return ("unknown_firms", "firms without one", "/api/match/coverage/firms?naming=Unknown");
    }

    private static string Of(string path, int firms) => path.Replace("{last}", (firms / PageSize).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static async Task<RunningProgram> FilledAsync(TempFolder folder, string provider, string connection, int firms)
    {
        var program = await RunningProgram.StartAsync(folder.Path, [("Database:Provider", provider), ("ConnectionStrings:LianMeng", connection)]);
        var district = await InventedRoster.DistrictAsync(program);
        await using (var scope = await program.ScopeAsync(district))
        {
            // As an import saves them, without its checks and with one fact for all.
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            foreach (var rows in DuplicateSearch.Rows(firms).Chunk(2000))
            {
                now = now.AddSeconds(1);
                db.AddRange(rows.Select(cells => FirmOf(cells, now)));
                await db.FlushAsync(CancellationToken.None);
            }

            scope.ServiceProvider.GetRequiredService<FactBuffer>().Add(new RosterImported("", firms, 0, 0, 0));
            await db.SaveChangesAsync();
        }

        await program.DoAsync<CreateAccount, CreateAccount.Input, CreateAccount.Created>(DistrictIds.City,
            new() { UserName = InventedRoster.UserName, DisplayName = "测速专员", Password = InventedRoster.Password, Role = Role.DistrictOfficer, DistrictId = district });
        return program;
    }

    private static Organisation FirmOf(string[] cells, DateTime now) => Organisation.Register(new()
    {
        Uscc = cells[0].Length > 0 ? cells[0] : null,
        Name = cells[1],
        RegionCode = cells[2],
        Address = cells[3],
        IndustryCode = cells[4],
        Staff = Number(cells[5]) is { } staff ? (int)staff : null,
        Revenue = Number(cells[6]),
        Assets = Number(cells[7]),
        Products = new Dictionary<ProductRole, IReadOnlyList<string>> { [ProductRole.Makes] = Parts(cells[8]), [ProductRole.Buys] = Parts(cells[9]), [ProductRole.ByProduct] = Parts(cells[10]) },
        Park = cells[16],
    }, DataSource.Roster, now);

    private static decimal? Number(string cell) => decimal.TryParse(cell, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string[] Parts(string cell) => [.. cell.Split('；', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>Until what follows from the import is done with: the matcher's index is filled in the background.</summary>
    private static async Task QuietAsync()
    {
        using var process = Process.GetCurrentProcess();
        for (var tries = 0; tries < 150; tries++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            await Task.Delay(2000);
            process.Refresh();
            if (process.TotalProcessorTime - before < TimeSpan.FromSeconds(0.3)) return;
        }
    }

    private static async Task<double> TimeAsync(SignedInClient client, string path)
    {
        var start = Stopwatch.GetTimestamp();
        await client.GetAsync(path);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<int> TotalAsync(SignedInClient client, string path)
    {
        using var json = JsonDocument.Parse(await client.GetAsync(path));
        return json.RootElement.GetProperty("total").GetInt32();
    }
}
