#pragma warning disable RS0030 // migrating is raw work on the database, done here only
using LianMeng.Shared.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LianMeng.Shared.Data;

/// <summary>Which database, and bringing it up to date.</summary>
public static class Database
{
    public const string Sqlite = "Sqlite";
    public const string Postgres = "Postgres";

    public static void AddTo(IServiceCollection services, IConfiguration configuration, Storage storage)
    {
        var provider = configuration["Database:Provider"] ?? Sqlite;
        var connection = configuration.GetConnectionString("LianMeng");
        if (provider.Equals(Postgres, StringComparison.OrdinalIgnoreCase))
        {
            if (string.IsNullOrWhiteSpace(connection))
                throw new InvalidOperationException("Database:Provider 为 Postgres 时必须设置 ConnectionStrings:LianMeng。");
            services.AddDbContext<AppDb, PostgresAppDb>((given, o) => UsePostgres(o, connection).AddInterceptors([new PostgresConnectionScope(), .. given.GetServices<IInterceptor>()]));
        }
        else if (provider.Equals(Sqlite, StringComparison.OrdinalIgnoreCase))
        {
            services.AddSingleton<SqliteWriteGate>();
            services.AddDbContext<AppDb, SqliteAppDb>((given, o) => UseSqlite(o, connection ?? $"Data Source={storage.PathOf("lianmeng.db")}").AddInterceptors([new SqliteConnectionSettings(), .. given.GetServices<IInterceptor>()]));
        }
        else
        {
            throw new InvalidOperationException($"Database:Provider 只能是 {Sqlite} 或 {Postgres}，现为“{provider}”。");
        }
    }

    public static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder options, string connection)
        => options.UseSqlite(connection, o => o.MigrationsHistoryTable("__EFMigrationsHistory")
            .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));

    public static DbContextOptionsBuilder UsePostgres(DbContextOptionsBuilder options, string connection)
        => options.UseNpgsql(connection, o => o
            .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));

    /// <summary>Brings schema and fence up to date. Safe when two nodes start together: EF takes a migration lock.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellation = default)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        // The owner migrates; SET ROLE of the interceptor would step down first, so this context has none.
        await using var owner = db is PostgresAppDb ? OwnerContext(scope.ServiceProvider, db) : null;
        var target = owner ?? db;
        using var only = target is SqliteAppDb ? await OnlyMigratorAsync(services.GetRequiredService<Storage>(), cancellation) : null;
        if (target is SqliteAppDb)
        {
            await target.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellation);
            await ClearStaleLockAsync(target, cancellation);
        }

        await target.Database.MigrateAsync(cancellation);
        await target.FenceAsync(cancellation);
    }

    /// <summary>
    /// A process killed in the middle of a migration leaves EF's lock row on SQLite, and the next start would wait for ever. This
    /// file is open in the one process that migrates and closed by the system when it dies: whoever has it may clear that row.
    /// (On PostgreSQL the lock goes with the connection.)
    /// </summary>
    private static async Task<FileStream> OnlyMigratorAsync(Storage storage, CancellationToken cancellation)
    {
        for (; ; )
        {
            try
            {
                return new FileStream(storage.PathOf("migration.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(storage.PathOf("migration.lock")))
            {
                await Task.Delay(100, cancellation);
            }
        }
    }

    private static async Task ClearStaleLockAsync(AppDb db, CancellationToken cancellation)
    {
        var there = await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellation);
        if (there > 0) await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellation);
    }

    private static PostgresAppDb OwnerContext(IServiceProvider services, AppDb db)
    {
        var options = new DbContextOptionsBuilder<PostgresAppDb>();
        UsePostgres(options, db.Database.GetConnectionString()!);
        options.UseApplicationServiceProvider(services);
        return ActivatorUtilities.CreateInstance<PostgresAppDb>(services, options.Options);
    }
}
