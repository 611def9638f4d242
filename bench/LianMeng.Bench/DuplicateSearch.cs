using System.Diagnostics;
using System.Globalization;
using System.Text;
using LianMeng.Capabilities.Organisations;
using LianMeng.Engine.Matching.Duplicates;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace LianMeng.Bench;

/// <summary>
/// What the search for duplicates costs an import: the same roster into an empty register, with the search and without, in turn, each time
/// in a process of its own; then the search over the whole register that came of it.
/// </summary>
static class DuplicateSearch
{
    private const int Rounds = 2;

    public static Task<int> RunAsync(string[] args) => Tables.GuardAsync(async () =>
    {
        if (args is ["--one", var way, var provider, var connection, var rows])
        {
            await ImportAsync(way == "with", provider, connection, int.Parse(rows, CultureInfo.InvariantCulture));
            return;
        }

        var numbers = Options.Numbers(args, ("--firms", 10_000), ("--rounds", Rounds));
        var figures = new List<string>();
        using (var folder = new TempFolder())
        {
            var files = 0;
            figures.Add(await CompareAsync(Database.Sqlite, () => Task.FromResult($"Data Source={folder.File($"{++files}.db")}"), numbers[0], numbers[1]));
        }

        await using var server = await PostgresServer.OpenAsync();
        if (server is not null) figures.Add(await CompareAsync(Database.Postgres, server.NewAsync, numbers[0], numbers[1]));
        Console.WriteLine(string.Join(' ', figures));
    });

    private static async Task<string> CompareAsync(string provider, Func<Task<string>> database, int firms, int rounds)
    {
        Console.WriteLine($"{provider}, {firms} firms:");
        var (with, without) = (new List<Figures>(), new List<Figures>());
        for (var round = 0; round < rounds; round++)
        {
            with.Add(await ChildAsync("with", provider, await database(), firms));
            without.Add(await ChildAsync("without", provider, await database(), firms));
        }

        double Per(Func<Figures, double> of) => with.Sum(of) / without.Sum(of);
        return string.Create(CultureInfo.InvariantCulture, $"duplicates_{provider.ToLowerInvariant()} firms={firms} import_with_per_without={Per(f => f.Seconds):F2} processor_with_per_without={Per(f => f.Processor):F2} peak_mb={with.Max(f => f.Peak)}/{without.Max(f => f.Peak)} search_all_seconds={with[^1].Whole:F2}");
    }

    /// <param name="Seconds">of the import, on the clock</param>
    /// <param name="Processor">seconds of this program's processor time: what else the machine does weighs less on it</param>
    /// <param name="Peak">MB, the most memory of the process until the import was done</param>
    /// <param name="Whole">seconds of processor time of the search over the whole register</param>
    private sealed record Figures(double Seconds, double Processor, int Peak, double Whole);

    private static async Task<Figures> ChildAsync(string way, string provider, string connection, int firms)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LianMeng.Bench.dll"), "duplicates", "--one", way, provider, connection, firms.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var said = (await process.StandardOutput.ReadToEndAsync()).Trim();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"the import {way} the search ended with {process.ExitCode}: {said}");
        Console.WriteLine("  " + said.Split('\n')[0]);
        var numbers = said.Split('\n')[^1].Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return new(numbers[0], numbers[1], (int)numbers[2], numbers[3]);
    }

    private static async Task ImportAsync(bool searches, string provider, string connection, int firms)
    {
        using var storage = new TempFolder();
        await using var program = await RunningProgram.StartAsync(storage.Path, [("Database:Provider", provider), ("ConnectionStrings:LianMeng", connection)], null, searches ? null : Without);
        var district = await InventedRoster.DistrictAsync(program);
        var (clock, began) = (Stopwatch.StartNew(), Processor());
        var report = await FillAsync(program, district, firms);
        var (seconds, processor) = (clock.Elapsed.TotalSeconds, Processor() - began);
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64 >> 20;
        var whole = 0.0;
        var pairs = 0;
        if (searches)
        {
            await using var scope = await program.ScopeAsync(district);
            began = Processor();
            pairs = RunningProgram.Must(await scope.ServiceProvider.GetRequiredService<ListDuplicates>().RunAsync(new())).Total;
            whole = Processor() - began;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(searches ? "with" : "without"),-8}{seconds,8:F1} s, {processor,7:F1} s of processor time, peak {peak} MB; {report.New} came in, {report.RejectedRows} to be looked at{(searches ? $"; search over all {whole:F2} s of processor time, {pairs} pairs" : "")}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:F2} {processor:F2} {peak} {whole:F2}"));
    }

    /// <summary>Imports the roster as a person would.</summary>
    private static async Task<ImportReport> FillAsync(RunningProgram program, Guid district, int firms)
    {
        await using var scope = await program.ScopeAsync(district);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Csv(firms)));
        var hash = await scope.ServiceProvider.GetRequiredService<FileStore>().KeepUploadAsync(district, content, CancellationToken.None);
        var report = RunningProgram.Must(await scope.ServiceProvider.GetRequiredService<ImportEnterprises>().RunAsync(new() { FileHash = hash, FileName = "roster.csv", Commit = true }));
        if (report.New + report.RejectedRows != firms) throw new InvalidOperationException($"{report.New} of {firms} firms came in: {string.Join(' ', report.Rejected.Take(3))}");
        return report;
    }

    /// <summary>Seconds of processor time.</summary>
    private static double Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>Without the search and without the keys it needs.</summary>
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

    private static string Csv(int firms)
    {
        var text = new StringBuilder().AppendJoin(',', InventedRoster.Titles).AppendLine();
        foreach (var cells in Rows(firms)) text.AppendJoin(',', cells).AppendLine();
        return text.ToString();
    }

    /// <summary>Rows of the demonstration under names as a register has them: frequent own names and trades are frequent, no name is twice.</summary>
    internal static IEnumerable<string[]> Rows(int firms)
    {
        string[] trades = ["铝业", "机械制造", "建材", "商贸", "汽车零部件", "模具", "五金", "包装", "食品", "物流", "电子", "塑料制品", "环保科技", "装饰工程", "农业发展", "金属材料", "压铸", "门窗", "家具", "化工", "劳务", "摩托车配件", "新材料", "纸业", "印务", "电气", "服饰", "园林绿化", "再生资源", "表面处理"];
        string[] forms = ["有限公司", "有限公司", "有限公司", "有限责任公司", "厂", "经营部"], places = ["重庆", "重庆市", "铜梁", "重庆市铜梁区", ""];
        var signs = Enumerable.Range(0, 900).Select(i => CodePagesEncodingProvider.Instance.GetEncoding("gb2312")!.GetString([(byte)(0xB0 + i * 4 / 94), (byte)(0xA1 + i * 4 % 94)])).ToArray();
        var dice = new Random(20261122);
        T Often<T>(T[] of) => of[(int)(of.Length * Math.Pow(dice.NextDouble(), 2))];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cells in InventedRoster.Rows(firms))
        {
            var name = "";
            do name = Often(places) + Often(signs) + Often(signs) + (dice.Next(4) == 0 ? Often(signs) : "") + Often(trades) + forms[dice.Next(forms.Length)];
            while (!seen.Add(name));
            cells[1] = name;
            cells[3] = $"重庆市铜梁区东城街道示范路{1 + dice.Next(firms)}号";
            if (dice.Next(3) == 0) cells[0] = "";
            yield return cells;
        }
    }
}
