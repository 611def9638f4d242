#pragma warning disable RS0030 // tests look at the database from outside
using System.Data.Common;
using LianMeng.Shared.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LianMeng.Tests.World;

/// <summary>Which database this run is about: LIANMENG_TEST_DATABASE = Sqlite (default) or Postgres, then with a superuser in LIANMENG_TEST_POSTGRES.</summary>
public static class TestDatabase
{
    public const string Missing = "LIANMENG_TEST_POSTGRES is not set: PostgreSQL is not tested in this run.";

    public static string Provider { get; } =
        Database.Postgres.Equals(Environment.GetEnvironmentVariable("LIANMENG_TEST_DATABASE"), StringComparison.OrdinalIgnoreCase) ? Database.Postgres : Database.Sqlite;

    public static bool IsPostgres => Provider == Database.Postgres;

    public static bool IsSqlite => !IsPostgres;

    public static string? Superuser { get; } = Environment.GetEnvironmentVariable("LIANMENG_TEST_POSTGRES") is { Length: > 0 } given ? given : null;

    public static bool IsAvailable => IsSqlite || Superuser is not null;

    public static bool IsPostgresAvailable => IsPostgres && IsAvailable;

    /// <summary>The connection of one clone: a file in its folder, or a database on the server.</summary>
    public static string ConnectionOf(string folder, string name) => IsSqlite
        ? $"Data Source={Path.Combine(folder, "lianmeng.db")}"
        : new NpgsqlConnectionStringBuilder(Superuser!) { Database = name, MaxPoolSize = 30, Pooling = true }.ConnectionString;

    /// <summary>A connection past the program: no filter, no role, no foreign keys. Whoever tampers has such a one.</summary>
    public static async Task<DbConnection> OpenRawAsync(string connectionString)
    {
        DbConnection connection = IsSqlite ? new SqliteConnection(connectionString + ";Pooling=False") : new NpgsqlConnection(connectionString + ";Pooling=False");
        await connection.OpenAsync();
        await connection.RunAsync(IsSqlite ? "PRAGMA foreign_keys=OFF; PRAGMA busy_timeout=10000" : "SET session_replication_role = replica");
        return connection;
    }

    public static async Task<int> RunAsync(this DbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(connection, sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    public static async Task<object?> ScalarAsync(this DbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(connection, sql, parameters);
        return await command.ExecuteScalarAsync();
    }

    public static async Task<List<object?[]>> RowsAsync(this DbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++) row[i] = await reader.IsDBNullAsync(i) ? null : reader.GetValue(i);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Makes an empty PostgreSQL database, or a copy of another one.</summary>
    public static async Task CreateAsync(string name, string? template)
    {
        if (IsSqlite) return;
        await using var server = await OpenServerAsync();
        // A linguistic order, as a Chinese server has: what must sort alike on both databases has to say so itself.
        await server.RunAsync(template is null
            ? $"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'und' LOCALE 'C'"
            : $"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
    }

    public static async Task DropAsync(string name, string connectionString)
    {
        if (IsSqlite)
        {
            using var pooled = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(pooled);
            return;
        }

        await ForgetAsync(connectionString);
        await using var server = await OpenServerAsync();
        await server.RunAsync($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");
    }

    /// <summary>Closes pooled connections: a template can be cloned only when nobody is in it.</summary>
    public static async Task ForgetAsync(string connectionString)
    {
        if (IsSqlite)
        {
            using var pooled = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(pooled);
            return;
        }

        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private static async Task<DbConnection> OpenServerAsync()
    {
        var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Superuser!) { Database = "postgres", Pooling = false }.ConnectionString);
        await server.OpenAsync();
        return server;
    }

    private static DbCommand Command(DbConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
