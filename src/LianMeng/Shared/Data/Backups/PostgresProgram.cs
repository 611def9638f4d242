using System.Diagnostics;
using Npgsql;

namespace LianMeng.Shared.Data.Backups;

/// <summary>One of PostgreSQL's own programs. Where to connect goes through its environment: what stands on a command line is read by everybody on the machine.</summary>
internal sealed class PostgresProgram
{
    private readonly string path;

    private PostgresProgram(string path) => this.path = path;

    /// <summary>On the PATH, else where Debian keeps them.</summary>
    /// <exception cref="InvalidOperationException">it is not installed</exception>
    public static PostgresProgram Find(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderByDescending(f => f, StringComparer.Ordinal).Select(f => Path.Combine(f, "bin")) : []);
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return folders.Select(f => Path.Combine(f, file)).FirstOrDefault(File.Exists) is { } found
            ? new(found)
            : throw new InvalidOperationException($"没有找到 {name}；请安装与数据库同版本或更新的 PostgreSQL 客户端（Debian/Ubuntu：apt-get install postgresql-client），并让它在 PATH 里。");
    }

    /// <exception cref="InvalidOperationException">it failed; the message has its words</exception>
    public async Task RunAsync(string connectionString, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(path, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var (name, value) in Variables(new(connectionString))) start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{path} 无法启动。");
        process.StandardInput.Close();
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.WaitForExitAsync(cancellation);
            await output;
            if (process.ExitCode != 0) throw new InvalidOperationException($"{Path.GetFileName(path)} 没有完成（{process.ExitCode}）：{(await errors).Trim()}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static IEnumerable<(string Name, string Value)> Variables(NpgsqlConnectionStringBuilder connection)
    {
        if (connection.Host is { Length: > 0 } host) yield return ("PGHOST", host);
        yield return ("PGPORT", connection.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (connection.Database is { Length: > 0 } database) yield return ("PGDATABASE", database);
        if (connection.Username is { Length: > 0 } user) yield return ("PGUSER", user);
        if (connection.Password is { Length: > 0 } password) yield return ("PGPASSWORD", password);
        if (connection.Passfile is { Length: > 0 } file) yield return ("PGPASSFILE", file);
        if (connection.RootCertificate is { Length: > 0 } root) yield return ("PGSSLROOTCERT", root);
        yield return ("PGSSLMODE", connection.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() });
    }
}
