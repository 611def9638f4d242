#pragma warning disable RS0030 // creating and dropping databases is raw work on a server, by a superuser
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace LianMeng.Bench;

/// <summary>
/// Two databases for one measurement: on the server that LIANMENG_BENCH_POSTGRES names, or on one of its own, started from the
/// system's packages with their defaults (fsync on) and stopped afterwards.
/// </summary>
sealed class PostgresServer : IAsyncDisposable
{
    private const string Variable = "LIANMENG_BENCH_POSTGRES";
    private readonly string superuser;
    private readonly string suffix = Guid.CreateVersion7().ToString("N");
    private readonly Func<Task> stop;

    private int further;

    private PostgresServer(string superuser, Func<Task> stop) => (this.superuser, this.stop) = (superuser, stop);

    /// <summary>Connection string of the program's database.</summary>
    public string Program => To($"lianmeng_bench_{suffix}");

    /// <summary>Connection string of the peer's database.</summary>
    public string Plain => To($"lianmeng_plain_{suffix}");

    /// <returns>null, and a line that says why, when there is no server to be had</returns>
    public static async Task<PostgresServer?> OpenAsync()
    {
        PostgresServer? server;
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given) server = new(given, () => Task.CompletedTask);
        else server = await StartOwnAsync();
        if (server is null) return null;
        await server.DoAsync($"CREATE DATABASE lianmeng_bench_{server.suffix}", $"CREATE DATABASE lianmeng_plain_{server.suffix}");
        return server;
    }

    /// <summary>Connection string of a further, empty database; it goes with the server.</summary>
    public Task<string> NewAsync() => NewAsync("");

    /// <inheritdoc cref="NewAsync()"/>
    /// <param name="options">What CREATE DATABASE says besides the name.</param>
    public async Task<string> NewAsync(string options)
    {
        var name = $"lianmeng_bench_{suffix}_{++further}";
        await DoAsync($"CREATE DATABASE {name} {options}");
        return To(name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        for (; further > 0; further--) await DoAsync($"DROP DATABASE lianmeng_bench_{suffix}_{further} WITH (FORCE)");
        await DoAsync($"DROP DATABASE lianmeng_bench_{suffix} WITH (FORCE)", $"DROP DATABASE lianmeng_plain_{suffix} WITH (FORCE)");
        NpgsqlConnection.ClearAllPools();
        await stop();
    }

    private static async Task<PostgresServer?> StartOwnAsync()
    {
        const string Root = "/usr/lib/postgresql";
        var bin = Directory.Exists(Root) ? Directory.GetDirectories(Root).OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var v) ? v : 0).Select(d => Path.Combine(d, "bin")).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb"))) : null;
        if (bin is null)
        {
            Console.WriteLine($"PostgreSQL is skipped: {Variable} is not set and {Root} has no server.");
            return null;
        }

        // PostgreSQL refuses to run as root: there it runs as its own user, who needs a folder that it may write.
        var folder = new TempFolder();
        string[] user = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--"] : [];
        if (user.Length > 0 && !OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_111_111);
        var port = FreePort();
        try
        {
            await RunAsync([.. user, Path.Combine(bin, "initdb"), "-D", folder.File("data"), "-U", "postgres", "--auth=trust", "-E", "UTF8", "--no-locale"]);
            await RunAsync([.. user, Path.Combine(bin, "pg_ctl"), "-D", folder.File("data"), "-l", folder.File("log"), "-w", "-o", $"-h 127.0.0.1 -p {port} -k {folder.Path}", "start"]);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            folder.Dispose();
            Console.WriteLine($"PostgreSQL is skipped: no server could be started ({e.Message}); {Variable} may name one.");
            return null;
        }

        return new($"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres", async () =>
        {
            await RunAsync([.. user, Path.Combine(bin, "pg_ctl"), "-D", folder.File("data"), "-m", "fast", "stop"]);
            folder.Dispose();
        });
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string[] command)
    {
        var start = new ProcessStartInfo(command[0]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in command[1..]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)}: {string.Concat(said).Trim()}");
    }

    private string To(string database) => new NpgsqlConnectionStringBuilder(superuser) { Database = database }.ConnectionString;

    private async Task DoAsync(params string[] statements)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
