using System.Diagnostics;
using System.Globalization;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Data;
using LianMeng.Shared.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Bench;

/// <summary>
/// A roster of so many honest rows through the console verb, each time in a process of its own: preview, import, and the same file again;
/// seconds and the most memory that the system counted for the process. Beside it, in a process of its own too, the same firms and products saved by EF
/// alone (<see cref="PlainDb"/>) in batches of 500, which neither checks nor states anything.
/// </summary>
static class ImportRate
{
    public static Task<int> RunAsync(string[] args) => Tables.GuardAsync(async () =>
    {
        if (args is ["--plain", var file, var provider, var connection])
        {
            await SavePlainAsync(file, provider, connection);
            return;
        }

        var rows = Options.Numbers(args, ("--rows", 100_000))[0];
        using var work = new TempFolder();
        var roster = work.File("roster.xlsx");
        await WriteAsync(roster, rows);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows, {new FileInfo(roster).Length / 1024.0 / 1024:F1} MB as .xlsx"));
        var figures = new List<string> { await OneAsync(Database.Sqlite, roster, rows, $"Data Source={work.File("lianmeng.db")}", $"Data Source={work.File("plain.db")}") };
        await using var server = await PostgresServer.OpenAsync();
        if (server is not null) figures.Add(await OneAsync(Database.Postgres, roster, rows, server.Program, server.Plain));
        Console.WriteLine(string.Join(' ', figures));
    });

    private static async Task<string> OneAsync(string provider, string roster, int rows, string program, string plain)
    {
        using var storage = new TempFolder();
        await using (var running = await RunningProgram.StartAsync(storage.Path, [("Database:Provider", provider), ("ConnectionStrings:LianMeng", program)])) await InventedRoster.DistrictAsync(running);
        var lianmeng = Path.Combine(AppContext.BaseDirectory, "lianmeng.dll");
        var preview = await TimeAsync(storage.Path, provider, program, lianmeng, "import", "enterprises", roster, "--district", "测速区", "--preview");
        var import = await TimeAsync(storage.Path, provider, program, lianmeng, "import", "enterprises", roster, "--district", "测速区");
        var again = await TimeAsync(storage.Path, provider, program, lianmeng, "import", "enterprises", roster, "--district", "测速区");
        var bare = await TimeAsync(storage.Path, provider, program, Path.Combine(AppContext.BaseDirectory, "LianMeng.Bench.dll"), "import", "--plain", roster, provider, plain);
        Console.WriteLine($"{provider}:");
        foreach (var (name, run) in new[] { ("preview", preview), ("import", import), ("the same file again", again), ("plain EF", bare) })
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-20}{run.Seconds,8:F1} s {run.Peak >> 20,6} MB  {rows / run.Seconds,8:F0} rows/s"));
        return string.Create(CultureInfo.InvariantCulture, $"import_{provider.ToLowerInvariant()} seconds={import.Seconds:F0} peak_mb={import.Peak >> 20} preview_seconds={preview.Seconds:F0} preview_peak_mb={preview.Peak >> 20} time_ratio_to_plain_ef={import.Seconds / bare.Seconds:F1}");
    }

    private static async Task<(double Seconds, long Peak)> TimeAsync(string storage, string provider, string connection, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["Storage__Path"] = storage;
        start.Environment["Database__Provider"] = provider;
        start.Environment["ConnectionStrings__LianMeng"] = connection;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        while (!process.HasExited)
        {
            process.Refresh();
            try
            {
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // it has just ended
            }

            await Task.Delay(20);
        }

        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {string.Concat(await said)}");
        return (clock.Elapsed.TotalSeconds, peak);
    }

    private static async Task WriteAsync(string path, int rows)
    {
        await using var file = File.Create(path);
        var sheet = new SheetSpec("企业名册", [.. InventedRoster.Titles.Select(title => new SheetColumn(title, 16))]);
        await SpreadsheetWriter.WriteXlsxAsync(file, sheet, InventedRoster.Rows(rows).Select(cells => cells.Cast<object?>().ToArray()));
    }

    private static async Task SavePlainAsync(string file, string provider, string connection)
    {
        var builder = new DbContextOptionsBuilder<PlainDb>();
        var options = provider == Database.Postgres ? Database.UsePostgres(builder, connection) : Database.UseSqlite(builder, connection).AddInterceptors(new SqliteConnectionSettings());
        await using (var db = new PlainDb((DbContextOptions<PlainDb>)options.Options)) await db.Database.EnsureCreatedAsync();
        await using var stream = File.OpenRead(file);
        using var book = SpreadsheetReader.Read(stream, file);
        await using var whole = new PlainDb((DbContextOptions<PlainDb>)options.Options);
        await using var transaction = await whole.Database.BeginTransactionAsync();
        foreach (var batch in book.Sheets[0].Rows.Skip(1).Chunk(500))
        {
            foreach (var row in batch) whole.Add(FirmOf(row));
            await whole.SaveChangesAsync();
            whole.ChangeTracker.Clear();
        }

        await transaction.CommitAsync();
    }

    private static Organisation FirmOf(SheetRow row) => Organisation.Register(new()
    {
        Uscc = row[0].Text,
        Name = row[1].Text,
        RegionCode = row[2].Text,
        Address = row[3].Text,
        IndustryCode = row[4].Text,
        Products = new Dictionary<ProductRole, IReadOnlyList<string>> { [ProductRole.Makes] = Parts(row[8]), [ProductRole.Buys] = Parts(row[9]), [ProductRole.ByProduct] = Parts(row[10]) },
        Chain = row[14].Text,
        Park = row[16].Text,
    }, DataSource.Roster, TimeProvider.System.GetUtcNow().UtcDateTime);

    private static string[] Parts(Cell cell) => [.. cell.Text.Split('；', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
}
