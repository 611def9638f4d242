using System.Diagnostics;
using System.Globalization;
using System.Text;
using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Organisations;
using LianMeng.Engine.Matching.Duplicates;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Bench;

/// <summary>
/// What the search for duplicates costs an import: the same roster into an empty register, without keys and search and with both, in
/// turn in this process; then the search over the whole register, and what a register of that size costs the page that lists it.
/// </summary>
static class DuplicateSearch
{
    private const int Demonstration = 664, Requests = 40;
    private static readonly string[] Paths = ["/organisations", "/organisations?query=%E9%93%9D%E4%B8%9A", "/organisations?query=lvye", "/organisations?page=20", "/organisations?sort=-updated"];

    public static Task<int> RunAsync(string[] args) => Tables.GuardAsync(async () =>
    {
        var firms = Options.Numbers(args, ("--firms", 10_000))[0];
        var figures = new List<string> { await OneAsync(Database.Sqlite, firms, null) };
        await using var server = await PostgresServer.OpenAsync();
        if (server is not null) figures.Add(await OneAsync(Database.Postgres, firms, server));
        Console.WriteLine(string.Join(' ', figures));
    });

    private static async Task<string> OneAsync(string provider, int firms, PostgresServer? server)
    {
        Console.WriteLine($"{provider}, {firms} firms:");
        var plain = await ImportAsync(provider, server?.Plain, firms, Without, null);
        var searched = 0.0;
        var pages = new Dictionary<string, double>(StringComparer.Ordinal);
        var whole = 0.0;
        searched = await ImportAsync(provider, server?.Program, firms, null, async (program, district) =>
        {
            await using (var scope = await program.ScopeAsync(district))
            {
                var began = Processor();
                var pairs = RunningProgram.Must(await scope.ServiceProvider.GetRequiredService<ListDuplicates>().RunAsync(new()));
                whole = Processor() - began;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  search over all: {whole:F2} s of processor time, {pairs.Total} pairs to look at"));
            }

            pages = await PagesAsync(program, district);
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  import {searched:F1} s of processor time with the search, {plain:F1} s without: {searched / plain:F2}"));
        var small = new Dictionary<string, double>(StringComparer.Ordinal);
        if (provider == Database.Sqlite)
        {
            await ImportAsync(provider, null, Demonstration, null, async (program, district) => small = await PagesAsync(program, district));
            foreach (var path in Paths) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Uri.UnescapeDataString(path),-32}{small[path],8:F2} ms at {Demonstration}, {pages[path],8:F2} ms at {firms}: {pages[path] / small[path]:F2}"));
        }

        return string.Create(CultureInfo.InvariantCulture, $"duplicates_{provider.ToLowerInvariant()} firms={firms} import_with_per_without={searched / plain:F2} search_all_seconds={whole:F2}")
            + (small.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" page_per_664={pages[Paths[0]] / small[Paths[0]]:F2} page_search_per_664={pages[Paths[1]] / small[Paths[1]]:F2}"));
    }

    private static async Task<double> ImportAsync(string provider, string? connection, int firms, Action<IServiceCollection>? services, Func<RunningProgram, Guid, Task>? then)
    {
        using var storage = new TempFolder();
        await using var program = await RunningProgram.StartAsync(storage.Path, [("Database:Provider", provider), ("ConnectionStrings:LianMeng", connection ?? $"Data Source={storage.File("lianmeng.db")}")], null, services);
        var district = await InventedRoster.DistrictAsync(program);
        var took = 0.0;
        await using (var scope = await program.ScopeAsync(district))
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(Csv(firms)));
            var hash = await scope.ServiceProvider.GetRequiredService<FileStore>().KeepUploadAsync(district, content, CancellationToken.None);
            var import = scope.ServiceProvider.GetRequiredService<ImportEnterprises>();
            var began = Processor();
            var report = RunningProgram.Must(await import.RunAsync(new() { FileHash = hash, FileName = "roster.csv", Commit = true }));
            took = Processor() - began;
            if (report.New + report.RejectedRows != firms) throw new InvalidOperationException($"{report.New} of {firms} firms came in: {string.Join(' ', report.Rejected.Take(3))}");
            if (services is null) Console.WriteLine($"  {report.New} firms came in, {report.RejectedRows} rows came back to be looked at");
        }

        if (then is not null) await then(program, district);
        return took;
    }

    /// <summary>Seconds of processor time: what else the machine does weighs on neither side.</summary>
    private static double Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static void Without(IServiceCollection services)
    {
        services.Remove(services.Single(s => s.ServiceType == typeof(IInterceptor)));
        services.AddScoped<DuplicateFinder, NoFinder>();
    }

    private sealed class NoFinder(AppDb db) : DuplicateFinder(db)
    {
        public override Task<IReadOnlyList<IReadOnlyList<Candidate>>> FindManyAsync(Guid districtId, IReadOnlyList<FirmIdentity> firms, IReadOnlySet<Guid> except, CancellationToken cancellation)
            => Task.FromResult<IReadOnlyList<IReadOnlyList<Candidate>>>([.. firms.Select(_ => Array.Empty<Candidate>())]);
    }

    /// <summary>Median milliseconds that a request takes, answered one after another.</summary>
    private static async Task<Dictionary<string, double>> PagesAsync(RunningProgram program, Guid district)
    {
        await program.DoAsync<CreateAccount, CreateAccount.Input, CreateAccount.Created>(DistrictIds.City,
            new() { UserName = InventedRoster.UserName, DisplayName = "测速专员", Password = InventedRoster.Password, Role = Role.DistrictOfficer, DistrictId = district });
        using var client = await SignedInClient.SignInAsync(program.Address, InventedRoster.UserName, InventedRoster.Password);
        var medians = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var path in Paths)
        {
            var times = new List<double>();
            for (var i = 0; i < Requests + 5; i++)
            {
                var clock = Stopwatch.StartNew();
                await client.GetAsync(path);
                if (i >= 5) times.Add(clock.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            medians[path] = times[times.Count / 2];
        }

        return medians;
    }

    /// <summary>Rows of the demonstration under names as a register has them: frequent own names and trades are frequent, no name is twice.</summary>
    private static string Csv(int firms)
    {
        string[] trades = ["铝业", "机械制造", "建材", "商贸", "汽车零部件", "模具", "五金", "包装", "食品", "物流", "电子", "塑料制品", "环保科技", "装饰工程", "农业发展", "金属材料", "压铸", "门窗", "家具", "化工", "劳务", "摩托车配件", "新材料", "纸业", "印务", "电气", "服饰", "园林绿化", "再生资源", "表面处理"];
        string[] forms = ["有限公司", "有限公司", "有限公司", "有限责任公司", "厂", "经营部"], places = ["重庆", "重庆市", "铜梁", "重庆市铜梁区", ""];
        var signs = Enumerable.Range(0, 900).Select(i => CodePagesEncodingProvider.Instance.GetEncoding("gb2312")!.GetString([(byte)(0xB0 + i * 4 / 94), (byte)(0xA1 + i * 4 % 94)])).ToArray();
        var dice = new Random(20261122);
        T Often<T>(T[] of) => of[(int)(of.Length * Math.Pow(dice.NextDouble(), 2))];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var text = new StringBuilder().AppendJoin(',', InventedRoster.Titles).AppendLine();
        foreach (var cells in InventedRoster.Rows(firms))
        {
            var name = "";
            do name = Often(places) + Often(signs) + Often(signs) + (dice.Next(4) == 0 ? Often(signs) : "") + Often(trades) + forms[dice.Next(forms.Length)];
            while (!seen.Add(name));
            cells[1] = name;
            cells[3] = $"重庆市铜梁区东城街道示范路{1 + dice.Next(firms)}号";
            if (dice.Next(3) == 0) cells[0] = "";
            text.AppendJoin(',', cells).AppendLine();
        }

        return text.ToString();
    }
}
