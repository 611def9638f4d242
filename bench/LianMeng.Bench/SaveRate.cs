using System.Diagnostics;
using System.Globalization;
using LianMeng.Capabilities.Organisations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LianMeng.Bench;

/// <summary>
/// Registrations of a firm with three products a second, by many writers at once, each through the use case in a scope of its own, while the
/// program's followers run. Beside it, slice by slice in turn, the same rows saved by EF alone (<see cref="PlainDb"/>); on SQLite once
/// as EF leaves it (writers poll the file's lock) and once with the program's queue, which separates the queue from the ledger.
/// </summary>
static class SaveRate
{
    private const int Rounds = 4;

    public static Task<int> RunAsync(string[] args) => Tables.GuardAsync(async () =>
    {
        var numbers = Options.Numbers(args, ("--seconds", 20), ("--writers", 32));
        var (slice, writers) = (TimeSpan.FromSeconds((double)numbers[0] / Rounds), numbers[1]);
        Console.WriteLine($"{writers} writers, {Rounds} slices of {slice.TotalSeconds} s each in turn");
        var sqlite = await SqliteAsync(slice, writers);
        var postgres = await PostgresAsync(slice, writers);
        Console.WriteLine($"saves_per_second sqlite={sqlite.Saves} postgres={postgres.Saves} ratio_to_plain_ef sqlite={sqlite.Ratio} postgres={postgres.Ratio}");
    });

    private sealed record Result(string Saves, string Ratio)
    {
        public static readonly Result Skipped = new("skipped", "skipped");
    }

    private sealed record Way(string Name, Func<long, Task> Save)
    {
        public long Saves { get; set; }
        public long Busy { get; set; }
        public double Seconds { get; set; }
        public double Processor { get; set; }
        public double Rate => Saves / Seconds;
    }

    private static async Task<Result> SqliteAsync(TimeSpan slice, int writers)
    {
        using var folder = new TempFolder();
        var options = Plain(o => Database.UseSqlite(o, $"Data Source={folder.File("plain.db")}").AddInterceptors(new SqliteConnectionSettings()));
        using var gate = new SqliteWriteGate();
        await using var program = await RunningProgram.StartAsync(folder.Path, RunningProgram.Sqlite(folder));
        var result = await CompareAsync("SQLite", program, options, slice, writers, async number =>
        {
            using var pass = await gate.EnterAsync(CancellationToken.None);
            await SavePlainAsync(options, number);
        });
        await program.DisposeAsync();
        SqliteConnection.ClearAllPools();
        return result;
    }

    private static async Task<Result> PostgresAsync(TimeSpan slice, int writers)
    {
        await using var server = await PostgresServer.OpenAsync();
        if (server is null) return Result.Skipped;
        using var folder = new TempFolder();
        var options = Plain(o => Database.UsePostgres(o, server.Plain));
        await using var program = await RunningProgram.StartAsync(folder.Path, [("Database:Provider", Database.Postgres), ("ConnectionStrings:LianMeng", server.Program)]);
        var result = await CompareAsync("PostgreSQL", program, options, slice, writers, queued: null);
        await program.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        return result;
    }

    private static async Task<Result> CompareAsync(string name, RunningProgram program, DbContextOptions<PlainDb> plain, TimeSpan slice, int writers, Func<long, Task>? queued)
    {
        await using (var db = new PlainDb(plain)) await db.Database.EnsureCreatedAsync();
        var district = await InventedRoster.DistrictAsync(program);
        var officer = Actor.Person(Guid.CreateVersion7(), "区县专员", [new(Role.DistrictOfficer, district, null, null)], [district, DistrictIds.City], district);
        var registering = new Way("through the use case", number => RegisterAsync(program, officer, number));
        var bare = new Way("plain EF", number => SavePlainAsync(plain, number));
        List<Way> ways = [registering, bare];
        if (queued is not null) ways.Add(new("plain EF, writers queued", queued));

        long numbers = 0, warmUp = 0;
        foreach (var way in ways) // compiles queries and code, fills the pools
            warmUp += await SliceAsync(way, writers, TimeSpan.FromSeconds(2), () => Interlocked.Increment(ref numbers)) is var saved && way == registering ? saved : 0;
        foreach (var way in ways) (way.Saves, way.Busy, way.Seconds, way.Processor) = (0, 0, 0, 0);
        for (var round = 0; round < Rounds; round++)
            foreach (var way in ways) await SliceAsync(way, writers, slice, () => Interlocked.Increment(ref numbers));

        Console.WriteLine($"{name}:");
        foreach (var way in ways)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {way.Name,-26}{way.Rate,8:F1} saves/s, {way.Processor / Math.Max(1, way.Saves):F2} ms of this process's time each ({way.Saves} saved, {way.Busy} given up as the database was busy)"));
        await VerifyAsync(program, district, warmUp + registering.Saves);
        return new(registering.Rate.ToString("F0", CultureInfo.InvariantCulture), (registering.Rate / bare.Rate).ToString("F2", CultureInfo.InvariantCulture));
    }

    private static async Task<long> SliceAsync(Way way, int writers, TimeSpan length, Func<long> next)
    {
        long saved = 0, busy = 0;
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            while (clock.Elapsed < length)
            {
                try
                {
                    await way.Save(next());
                    Interlocked.Increment(ref saved);
                }
                catch (Exception e) when (IsBusy(e))
                {
                    Interlocked.Increment(ref busy);
                }
            }
        })));
        way.Saves += saved;
        way.Busy += busy;
        way.Seconds += clock.Elapsed.TotalSeconds;
        process.Refresh();
        way.Processor += (process.TotalProcessorTime - before).TotalMilliseconds;
        return saved;
    }

    private static async Task RegisterAsync(RunningProgram program, Actor officer, long number)
    {
        await using var scope = program.ScopeOf(officer);
        RunningProgram.Must(await scope.ServiceProvider.GetRequiredService<RegisterOrganisation>().RunAsync(new()
        {
            Name = Name(number),
            Uscc = InventedRoster.Code(number),
            RegionCode = "500151",
            IndustryCode = "3392",
            Staff = 120,
            Makes = "铝合金压铸件；电机壳体",
            Buys = "铝合金锭",
        }));
    }

    private static async Task SavePlainAsync(DbContextOptions<PlainDb> options, long number)
    {
        await using var db = new PlainDb(options);
        var firm = Organisation.Register(new()
        {
            Name = Name(number),
            Uscc = InventedRoster.Code(number),
            RegionCode = "500151",
            IndustryCode = "3392",
            Staff = 120,
            Products = new Dictionary<ProductRole, IReadOnlyList<string>> { [ProductRole.Makes] = ["铝合金压铸件", "电机壳体"], [ProductRole.Buys] = ["铝合金锭"] },
        }, DataSource.Form, TimeProvider.System.GetUtcNow().UtcDateTime);
        db.Add(firm);
        await db.SaveChangesAsync();
    }

    private static string Name(long number) => $"重庆测速{number}号机械制造有限公司";

    /// <summary>Every acknowledged save is in the register and in a sound ledger, or the figure is worth nothing.</summary>
    private static async Task VerifyAsync(RunningProgram program, Guid district, long saved)
    {
        await using var scope = await program.ScopeAsync(district);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var report = await scope.ServiceProvider.GetRequiredService<LedgerVerifier>().VerifyAsync(db, null, CancellationToken.None);
        var firms = await db.Set<Organisation>().LongCountAsync();
        var facts = await db.Set<LedgerEntry>().LongCountAsync(entry => entry.Kind == nameof(OrganisationRegistered));
        if (!report.IsSound || firms != saved || facts != saved)
            throw new InvalidOperationException($"{saved} saves, {firms} firms, {facts} facts; {string.Join("；", report.Problems)}");
        Console.WriteLine($"  ledger verified: {report.Entries} entries in an unbroken chain, one for each of {saved} registrations (warm-up included) and of what was set up");
    }

    private static bool IsBusy(Exception exception) =>
        (exception as SqliteException ?? exception.InnerException as SqliteException) is { SqliteErrorCode: 5 or 6 };

    private static DbContextOptions<PlainDb> Plain(Action<DbContextOptionsBuilder> use)
    {
        var builder = new DbContextOptionsBuilder<PlainDb>();
        use(builder);
        return builder.Options;
    }
}
