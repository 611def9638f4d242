using System.Runtime.CompilerServices;
using LianMeng.Shared.Files;
using Npgsql;

namespace LianMeng.Shared.Data.Backups;

/// <summary>
/// PostgreSQL: <c>pg_dump</c> in one snapshot, in which the rows are counted too. It reads as <see cref="PostgresFence.BackupRole"/>,
/// which the policies let see everything; as the owner it would see nothing of the fenced tables.
/// </summary>
internal sealed class PostgresBackup(string connectionString, Storage storage) : DatabaseBackup
{
    private const string Tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";

    public override string Provider => Database.Postgres;

    public override string FileName => "lianmeng.dump";

    public override string StagingFolder => storage.Root;

    public override async Task<long> SizeAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        return Convert.ToInt64((await RowAsync(connection, "SELECT pg_database_size(current_database())", cancellation))![0], System.Globalization.CultureInfo.InvariantCulture);
    }

    public override async Task<DatabaseContents> CopyAsync(string file, CancellationToken cancellation)
    {
        var dump = PostgresProgram.Find("pg_dump"); // before anything is opened
        await using var connection = await OpenAsync(cancellation);
        await TakeBackupRoleAsync(connection, cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var id = (string)(await RowAsync(connection, "SELECT pg_export_snapshot()", cancellation))![0];
        var contents = await ContentsOfAsync(connection, Tables, cancellation);
        await dump.RunAsync(connectionString, ["--format=custom", $"--file={file}", $"--snapshot={id}", $"--role={PostgresFence.BackupRole}", "--enable-row-security", "--no-password"], cancellation);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        FlushFile(file);
        return contents;
    }

    public override async Task<string?> InUseAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        var others = Convert.ToInt64((await RowAsync(connection, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'", cancellation))![0], System.Globalization.CultureInfo.InvariantCulture);
        return others == 0 ? null : $"数据库 {connection.Database} 还有 {others} 个连接；请先停止所有链盟服务，再恢复。";
    }

    public override async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        return (await ColumnAsync(connection, Tables, cancellation)).Count == 0;
    }

    public override async Task ClearAsync(string mark, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        var tables = await ColumnAsync(connection, Tables, cancellation);
        if (tables.Count > 0) await RunAsync(connection, $"DROP TABLE {string.Join(", ", tables.Select(t => $"public.\"{t}\""))} CASCADE", cancellation);
    }

    public override async Task RestoreAsync(string file, CancellationToken cancellation)
    {
        var restore = PostgresProgram.Find("pg_restore");
        await using (var connection = await OpenAsync(cancellation)) await RunAsync(connection, PostgresFence.Roles, cancellation); // policies name them
        var database = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        await restore.RunAsync(connectionString, ["--dbname", database, "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", "--no-password", file], cancellation);
        await using (var granting = await OpenAsync(cancellation)) await RunAsync(granting, PostgresFence.BackupGrants, cancellation);
        File.Delete(file);
    }

    public override async Task<DatabaseContents> ContentsAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await TakeBackupRoleAsync(connection, cancellation);
        return await ContentsOfAsync(connection, Tables, cancellation);
    }

    public override async Task<IReadOnlyList<string>> ProblemsAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        return
        [
            .. (await ColumnAsync(connection, "SELECT conrelid::regclass || '.' || conname FROM pg_constraint WHERE NOT convalidated", cancellation)).Select(c => $"约束 {c} 没有通过检查"),
            .. (await ColumnAsync(connection, "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid", cancellation)).Select(i => $"索引 {i} 不完整"),
        ];
    }

    public override async IAsyncEnumerable<string> SealedTextsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await TakeBackupRoleAsync(connection, cancellation);
        foreach (var column in await ColumnAsync(connection, "SELECT format('SELECT %I FROM public.%I WHERE %I LIKE ''1.________.%%''', column_name, table_name, column_name) FROM information_schema.columns WHERE table_schema = 'public' AND data_type IN ('text', 'character varying')", cancellation))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = column;
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) yield return reader.GetString(0);
        }
    }

    private static async Task TakeBackupRoleAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        try
        {
            await RunAsync(connection, $"SET ROLE {PostgresFence.BackupRole}", cancellation);
        }
        catch (PostgresException e)
        {
            throw new InvalidOperationException($"不能以备份角色 {PostgresFence.BackupRole} 读取数据库（{e.MessageText}）；请先用本版本启动一次服务，或请数据库管理员建立这个角色并授予登录账号。", e);
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0, ApplicationName = "lianmeng-backup" }.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
