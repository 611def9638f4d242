#pragma warning disable RS0030 // the one place where raw SQL is allowed: locks and row level security
using System.Globalization;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LianMeng.Shared.Data;

/// <summary>PostgreSQL 15+: for more than one machine.</summary>
public sealed class PostgresAppDb(DbContextOptions<PostgresAppDb> options, ActorScope actors, FactBuffer facts, LedgerWriter ledger, LedgerSignal signal)
    : AppDb(options, actors, facts, ledger, signal)
{
    public override bool IsUniqueViolation(DbUpdateException exception)
        => exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    // The row lock is what counts. The advisory lock before it makes a queue: of many that wait for a row PostgreSQL wakes
    // all at every commit, of those that wait for an advisory lock only the next.
    internal override Task<LedgerHead> LockLedgerHeadAsync(CancellationToken cancellation)
        => Set<LedgerHead>().FromSqlRaw("SELECT * FROM \"LedgerHead\" WHERE pg_advisory_xact_lock(5080) IS NOT NULL FOR UPDATE").SingleAsync(cancellation);

    /// <summary>
    /// The roles are the whole server's, where a lock of this database says nothing to another's: two that touch them in the same
    /// moment are told "tuple concurrently updated", and the later one tries again.
    /// </summary>
    public override async Task FenceAsync(CancellationToken cancellation)
    {
        const int Tries = 10;
        for (var tried = 1; ; tried++)
        {
            try
            {
                await FenceAsync(PostgresFence.Rights, cancellation);
                var standing = await Database.SqlQueryRaw<string>(PostgresFence.StandingMarks).ToHashSetAsync(cancellation);
                foreach (var table in PostgresFence.Scripts(Model, standing)) await FenceAsync(table, cancellation);
                return;
            }
            catch (Npgsql.PostgresException e) when (tried < Tries && e.SqlState is Npgsql.PostgresErrorCodes.InternalError or Npgsql.PostgresErrorCodes.UniqueViolation or Npgsql.PostgresErrorCodes.DuplicateObject)
            {
                await Task.Delay(50 * tried, cancellation);
            }
        }
    }

    /// <summary>Nodes that start together write the fence one after another.</summary>
    private async Task FenceAsync(string script, CancellationToken cancellation)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancellation);
        await Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(hashtextextended('lianmeng-fence', 0))", cancellation);
        await Database.ExecuteSqlRawAsync(script, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public override async Task<DatabaseFigures> FiguresAsync(CancellationToken cancellation)
    {
        var figures = await Database.SqlQueryRaw<string>("""
            SELECT current_setting('server_version') || E'\n' || pg_database_size(current_database()) || E'\n'
                || (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()) AS "Value"
            """).SingleAsync(cancellation);
        var parts = figures.Split('\n');
        return new("PostgreSQL", parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
    }
}
