using System.Runtime.CompilerServices;
using LianMeng.Shared.Files;
using Microsoft.Data.Sqlite;

namespace LianMeng.Shared.Data.Backups;

/// <summary>
/// SQLite: <c>VACUUM INTO</c> on a connection of its own reads one moment of the database while others go on writing, and what
/// was deleted is not copied along.
/// </summary>
internal sealed class SqliteBackup(string connectionString, Storage storage) : DatabaseBackup
{
    private const string Tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

    private string FilePath => Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    public override string Provider => Database.Sqlite;

    public override string FileName => "lianmeng.db";

    public override string StagingFolder => Path.GetDirectoryName(FilePath)!;

    public override Task<long> SizeAsync(CancellationToken cancellation)
        => Task.FromResult(new[] { FilePath, FilePath + "-wal" }.Where(File.Exists).Sum(f => new FileInfo(f).Length));

    public override async Task<DatabaseContents> CopyAsync(string file, CancellationToken cancellation)
    {
        if (!File.Exists(FilePath)) throw new InvalidOperationException($"还没有数据库：{FilePath}。");
        await using (var connection = await OpenAsync(FilePath, SqliteOpenMode.ReadWrite, cancellation))
            await RunAsync(connection, "VACUUM INTO $file", cancellation, ("$file", file));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        FlushFile(file);
        await using var copy = await OpenAsync(file, SqliteOpenMode.ReadOnly, cancellation);
        return await ContentsOfAsync(copy, Tables, cancellation);
    }

    public override Task<string?> InUseAsync(CancellationToken cancellation)
    {
        try
        {
            using var worker = new FileStream(storage.PathOf("background.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return Task.FromResult<string?>(null);
        }
        catch (IOException)
        {
            return Task.FromResult<string?>($"有一个链盟服务正在使用 {storage.Root}；请先停止它，再恢复。");
        }
    }

    public override Task<bool> IsEmptyAsync(CancellationToken cancellation) => Task.FromResult(!File.Exists(FilePath) || new FileInfo(FilePath).Length == 0);

    public override Task ClearAsync(string mark, CancellationToken cancellation)
    {
        foreach (var ending in new[] { "", "-wal", "-shm" })
            if (File.Exists(FilePath + ending)) File.Move(FilePath + ending, $"{FilePath}.{mark}{ending}");
        return Task.CompletedTask;
    }

    public override Task RestoreAsync(string file, CancellationToken cancellation)
    {
        foreach (var ending in new[] { "-wal", "-shm" }) File.Delete(FilePath + ending);
        File.Move(file, FilePath, overwrite: true); // only an empty one is there
        FolderSync.Flush(StagingFolder);
        return Task.CompletedTask;
    }

    public override async Task<DatabaseContents> ContentsAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(FilePath, SqliteOpenMode.ReadWrite, cancellation);
        return await ContentsOfAsync(connection, Tables, cancellation);
    }

    public override async Task<IReadOnlyList<string>> ProblemsAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(FilePath, SqliteOpenMode.ReadWrite, cancellation);
        var integrity = (await ColumnAsync(connection, "PRAGMA integrity_check(20)", cancellation)).Where(line => line != "ok").Select(line => $"数据库文件损坏：{line}");
        var references = (await ColumnAsync(connection, "PRAGMA foreign_key_check", cancellation)).GroupBy(table => table).Select(g => $"表 {g.Key} 有 {g.Count()} 行指向不存在的记录");
        return [.. integrity, .. references];
    }

    public override async IAsyncEnumerable<string> SealedTextsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(FilePath, SqliteOpenMode.ReadWrite, cancellation);
        foreach (var table in await ColumnAsync(connection, Tables, cancellation))
        {
            foreach (var column in await ColumnAsync(connection, $"SELECT name FROM pragma_table_info('{table}') WHERE upper(type) = 'TEXT'", cancellation))
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT \"{column}\" FROM \"{table}\" WHERE \"{column}\" LIKE '1.________.%'";
                await using var reader = await command.ExecuteReaderAsync(cancellation);
                while (await reader.ReadAsync(cancellation)) yield return reader.GetString(0);
            }
        }
    }

    private static async Task<SqliteConnection> OpenAsync(string file, SqliteOpenMode mode, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        await RunAsync(connection, "PRAGMA busy_timeout=30000", cancellation);
        return connection;
    }
}
