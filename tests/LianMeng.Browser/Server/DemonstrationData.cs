using Npgsql;

namespace LianMeng.Browser.Server;

/// <summary>The demonstration, built once for each database by the program itself and copied for every server that wants it: building takes half a minute.</summary>
public sealed class DemonstrationData : IAsyncDisposable
{
    private static readonly Lazy<Task<RunningServer>> OnSqlite = new(() => BuildAsync(new()));
    private static readonly Lazy<Task<RunningServer>> OnPostgres = new(() => BuildAsync(RunningServer.OnPostgres(Environment.GetEnvironmentVariable("LIANMENG_TEST_POSTGRES")!)));

    /// <param name="server">not started yet, its folder and database still empty</param>
    internal static async Task CopyToAsync(RunningServer server)
    {
        var built = await (server.Database is null ? OnSqlite : OnPostgres).Value;
        foreach (var folder in Directory.EnumerateDirectories(built.Storage, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(server.Storage, Path.GetRelativePath(built.Storage, folder)));
        foreach (var file in Directory.EnumerateFiles(built.Storage, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(server.Storage, Path.GetRelativePath(built.Storage, file)));
        if (server.Database is null) return;

        var (from, to) = (new NpgsqlConnectionStringBuilder(built.Database), new NpgsqlConnectionStringBuilder(server.Database));
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.Database) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var copy = new NpgsqlCommand($"CREATE DATABASE \"{to.Database}\" TEMPLATE \"{from.Database}\"", connection);
        await copy.ExecuteNonQueryAsync();
    }

    /// <summary>When all tests have ended.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var built in new[] { OnSqlite, OnPostgres }.Where(b => b.IsValueCreated)) await (await built.Value).DisposeAsync();
    }

    private static async Task<RunningServer> BuildAsync(Dictionary<string, string> settings)
    {
        var built = new RunningServer(settings);
        await built.VerbAsync(["demo"]);
        return built;
    }
}
