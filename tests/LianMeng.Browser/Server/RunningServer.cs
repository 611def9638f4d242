using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LianMeng.Browser.Server;

/// <summary>The built program as a process of its own, on a free loopback port, with an own folder for its data.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly bool ownsStorage;
    private readonly Dictionary<string, string> settings;
    private readonly StringBuilder log = new();
    private Process? process;

    /// <param name="settings">environment variables of the program, such as Database__Provider</param>
    public RunningServer(IReadOnlyDictionary<string, string>? settings = null) : this(settings, null)
    {
    }

    private RunningServer(IReadOnlyDictionary<string, string>? settings, string? shared)
    {
        ownsStorage = shared is null;
        Storage = shared ?? Directory.CreateTempSubdirectory("lianmeng-server-").FullName;
        Address = $"http://127.0.0.1:{FreePort()}";
        this.settings = new(settings ?? new Dictionary<string, string>(), StringComparer.Ordinal)
        {
            ["Storage__Path"] = Storage,
            ["ASPNETCORE_URLS"] = Address,
            ["Logging__LogLevel__Default"] = "Warning",
        };
        // A campaign does in a minute what a person does in a day.
        foreach (var budget in new[] { "Requests", "SignIns", "Matches", "Imports", "Exports" }) this.settings.TryAdd($"Settings__Limits__{budget}", "1000000");
        Http = new HttpClient { BaseAddress = new Uri(Address) };
    }

    /// <summary>Settings for a new database of its own in a cluster; migrating creates it.</summary>
    /// <param name="cluster">connection string of the cluster's superuser</param>
    public static Dictionary<string, string> OnPostgres(string cluster) => new(StringComparer.Ordinal)
    {
        ["Database__Provider"] = "Postgres",
        // the later word counts
        ["ConnectionStrings__LianMeng"] = $"{cluster};Database=lianmeng_{Guid.CreateVersion7():N}",
    };

    public string Address { get; }

    /// <summary>The folder of its data.</summary>
    internal string Storage { get; }

    /// <summary>Its database on PostgreSQL; null on SQLite.</summary>
    internal string? Database => settings.GetValueOrDefault("ConnectionStrings__LianMeng");

    public HttpClient Http { get; }

    /// <summary>What the program wrote since it was first started: warnings and errors, a JSON object a line.</summary>
    public string Log
    {
        get
        {
            lock (log) return log.ToString();
        }
    }

    /// <summary>The lines of the log that report a failure.</summary>
    public IEnumerable<string> Errors => Log.Split('\n').Where(line => line.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal) || line.Contains("\"LogLevel\":\"Critical\"", StringComparison.Ordinal));

    /// <summary>A second node on the same database and the same folder; not started yet.</summary>
    public RunningServer Twin()
        => new(settings.Where(s => s.Key is not ("Storage__Path" or "ASPNETCORE_URLS")).ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal), Storage);

    /// <summary>Before the first start: the data that <c>lianmeng demo</c> makes.</summary>
    public Task TakeDemonstrationAsync() => DemonstrationData.CopyToAsync(this);

    /// <summary>Starts the program and waits until it says that it is ready.</summary>
    /// <returns>how long that took</returns>
    public async Task<TimeSpan> StartAsync()
    {
        var clock = Stopwatch.StartNew();
        process = Launch(["serve"], new Dictionary<string, string>());
        process.OutputDataReceived += (_, e) => Note(e.Data);
        process.ErrorDataReceived += (_, e) => Note(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!await IsReadyAsync())
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended with {process.ExitCode}:\n{Log}");
            if (clock.Elapsed > StartLimit) throw new TimeoutException($"The server was not ready after {StartLimit}:\n{Log}");
            await Task.Delay(50);
        }

        return clock.Elapsed;
    }

    /// <summary>kill -9: the process gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>SIGTERM, as a service manager sends it: the program finishes what runs and ends.</summary>
    /// <returns>its exit code</returns>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        var code = process.ExitCode;
        process.Dispose();
        process = null;
        return code;
    }

    /// <summary>Runs a console verb on the same data.</summary>
    public async Task<(int ExitCode, string Output)> TryVerbAsync(string[] arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        using var verb = Launch(arguments, variables ?? new Dictionary<string, string>());
        var output = verb.StandardOutput.ReadToEndAsync();
        var errors = verb.StandardError.ReadToEndAsync();
        await verb.WaitForExitAsync();
        return (verb.ExitCode, await output + await errors);
    }

    /// <summary>Runs a console verb that must succeed.</summary>
    public async Task VerbAsync(string[] arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        var (exitCode, output) = await TryVerbAsync(arguments, variables);
        Assert.True(exitCode == 0, $"lianmeng {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await KillAsync();
        Http.Dispose();
        if (ownsStorage) Directory.Delete(Storage, recursive: true);
    }

    private Process Launch(string[] arguments, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.ServerProgram, .. arguments])
        {
            WorkingDirectory = Storage,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in settings.Concat(variables)) start.Environment[name] = value;
        var started = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        started.StandardInput.Close();
        return started;
    }

    private void Note(string? line)
    {
        if (line is null) return;
        lock (log) log.Append(line).Append('\n');
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync("/health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
