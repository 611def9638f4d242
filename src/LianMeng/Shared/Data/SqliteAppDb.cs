#pragma warning disable RS0030 // the file behind the connection
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Shared.Data;

/// <summary>SQLite: the default, for one machine.</summary>
public sealed class SqliteAppDb(DbContextOptions<SqliteAppDb> options, ActorScope actors, FactBuffer facts, LedgerWriter ledger, LedgerSignal signal, SqliteWriteGate gate)
    : AppDb(options, actors, facts, ledger, signal)
{
    private const int UniqueConstraint = 2067;
    private const int PrimaryKeyConstraint = 1555;

    public override bool IsUniqueViolation(DbUpdateException exception)
        => exception.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueConstraint or PrimaryKeyConstraint };

    internal override Task<LedgerHead> LockLedgerHeadAsync(CancellationToken cancellation)
        => Set<LedgerHead>().SingleAsync(cancellation); // the transaction is IMMEDIATE: it already holds the one write lock

    protected override async ValueTask<IDisposable?> EnterWriteGateAsync(CancellationToken cancellation) => await gate.EnterAsync(cancellation);

    public override Task<DatabaseFigures> FiguresAsync(CancellationToken cancellation)
    {
        var connection = (SqliteConnection)Database.GetDbConnection();
        var file = new SqliteConnectionStringBuilder(connection.ConnectionString).DataSource;
        var bytes = new[] { file, file + "-wal" }.Select(path => new FileInfo(path)).Where(f => f.Exists).Sum(f => f.Length);
        return Task.FromResult(new DatabaseFigures("SQLite", connection.ServerVersion, bytes, null));
    }
}
