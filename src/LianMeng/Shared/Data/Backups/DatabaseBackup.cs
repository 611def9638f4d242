using System.Data.Common;
using LianMeng.Shared.Files;

namespace LianMeng.Shared.Data.Backups;

/// <summary>How one kind of database is copied while it works, and put back into an empty place.</summary>
public abstract class DatabaseBackup
{
    /// <summary>Tables that are the machinery's own and need not be the same.</summary>
    private static readonly string[] Machinery = ["__EFMigrationsLock"];

    /// <exception cref="InvalidOperationException">the configuration names no database that the program knows</exception>
    public static DatabaseBackup Of(IConfiguration configuration, Storage storage)
    {
        var provider = configuration["Database:Provider"] ?? Database.Sqlite;
        var connection = configuration.GetConnectionString("LianMeng");
        if (provider.Equals(Database.Sqlite, StringComparison.OrdinalIgnoreCase)) return new SqliteBackup(connection ?? $"Data Source={storage.PathOf("lianmeng.db")}", storage);
        if (provider.Equals(Database.Postgres, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(connection)) return new PostgresBackup(connection, storage);
        throw new InvalidOperationException($"Database:Provider 只能是 {Database.Sqlite} 或 {Database.Postgres}（后者还要设置 ConnectionStrings:LianMeng），现为“{provider}”。");
    }

    public abstract string Provider { get; }

    /// <summary>What the copy is called in a backup.</summary>
    public abstract string FileName { get; }

    /// <summary>Where a copy has to lie so that <see cref="RestoreAsync"/> needs no second one.</summary>
    public abstract string StagingFolder { get; }

    /// <summary>Bytes that a copy takes at most, roughly.</summary>
    public abstract Task<long> SizeAsync(CancellationToken cancellation);

    /// <summary>A copy as of one moment, while others write; everything that was committed before is in it.</summary>
    public abstract Task<DatabaseContents> CopyAsync(string file, CancellationToken cancellation);

    /// <returns>why it is not free to be restored into, in Chinese; null when it is</returns>
    public abstract Task<string?> InUseAsync(CancellationToken cancellation);

    public abstract Task<bool> IsEmptyAsync(CancellationToken cancellation);

    /// <summary>Makes room: on SQLite the file is put aside under another name, on PostgreSQL the tables go.</summary>
    /// <param name="mark">ends the new name</param>
    public abstract Task ClearAsync(string mark, CancellationToken cancellation);

    /// <summary>Puts a copy in the empty place; all or nothing.</summary>
    public abstract Task RestoreAsync(string file, CancellationToken cancellation);

    /// <summary>What the database holds now.</summary>
    public abstract Task<DatabaseContents> ContentsAsync(CancellationToken cancellation);

    /// <summary>What is wrong with its structure and its references, in Chinese.</summary>
    public abstract Task<IReadOnlyList<string>> ProblemsAsync(CancellationToken cancellation);

    /// <summary>Every text that looks sealed, to be checked.</summary>
    public abstract IAsyncEnumerable<string> SealedTextsAsync(CancellationToken cancellation);

    private protected static async Task<DatabaseContents> ContentsOfAsync(DbConnection connection, string tables, CancellationToken cancellation)
    {
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await ColumnAsync(connection, tables, cancellation))
            if (!Machinery.Contains(table)) rows[table] = Convert.ToInt64((await RowAsync(connection, $"SELECT count(*) FROM \"{table}\"", cancellation))![0], System.Globalization.CultureInfo.InvariantCulture);
        if (!rows.ContainsKey("LedgerHead")) throw new InvalidOperationException("这里不是链盟的数据库，或还没有建表；请先启动一次服务。");
        var head = await RowAsync(connection, "SELECT \"Seq\", \"Hash\" FROM \"LedgerHead\"", cancellation) ?? throw new InvalidOperationException("账本没有链头，数据库不完整。");
        return new(Convert.ToInt64(head[0], System.Globalization.CultureInfo.InvariantCulture), Convert.ToHexStringLower((byte[])head[1]), rows);
    }

    private protected static async Task<List<string>> ColumnAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var values = new List<string>();
        while (await reader.ReadAsync(cancellation)) values.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        return values;
    }

    private protected static async Task<object[]?> RowAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        var values = new object[reader.FieldCount];
        reader.GetValues(values);
        return values;
    }

    private protected static async Task RunAsync(DbConnection connection, string sql, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }

    private protected static void FlushFile(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
