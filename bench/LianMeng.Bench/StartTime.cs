using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace LianMeng.Bench;

/// <summary>
/// From launching the published program to the first 200 of /sign-in, in milliseconds: five starts on a migrated and otherwise
/// empty data folder.
/// </summary>
static class StartTime
{
    private const int Starts = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static Task<int> RunAsync(string[] args) => Tables.GuardAsync(async () =>
    {
        if (args.Length > 1 || (args.Length == 1 && args[0].StartsWith('-'))) throw new BadInputException("usage: start [FOLDER]");
        using var work = new TempFolder();
        var (published, how) = args.Length == 1 ? (Path.GetFullPath(args[0]), "published already") : await PublishAsync(work);
        if (!File.Exists(Path.Combine(published, "lianmeng.dll"))) throw new BadInputException($"no lianmeng.dll in {published}");

        var data = Directory.CreateDirectory(work.File("data")).FullName;
        using (var migrate = Launch(published, data, "migrate"))
        {
            await migrate.WaitForExitAsync();
            if (migrate.ExitCode != 0) throw new InvalidOperationException($"migrate ended with {migrate.ExitCode}");
        }

        var times = new List<double>();
        var processor = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            var (took, cpu) = await FirstPageAsync(published, data);
            times.Add(took);
            processor.Add(cpu);
        }

        Console.WriteLine($"{how}: {string.Join(", ", times.Select(t => t.ToString("F0", CultureInfo.InvariantCulture)))} ms");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor time until then: median {processor.Order().ElementAt(Starts / 2):F0} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first_page_ms={times.Order().ElementAt(Starts / 2):F0}"));
    });

    private static async Task<(string Folder, string How)> PublishAsync(TempFolder work)
    {
        var project = Path.Combine(Repository(), "src", "LianMeng", "LianMeng.csproj");
        var ready = work.File("ready");
        if (await DotnetAsync("publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", ready, "-v", "q", "--nologo") is not { } problem)
            return (ready, $"published for {RuntimeInformation.RuntimeIdentifier}, ReadyToRun");

        Console.WriteLine($"ReadyToRun could not be published, a plain publish is measured instead:{Environment.NewLine}{problem}");
        var plain = work.File("plain");
        if (await DotnetAsync("publish", project, "-c", "Release", "-o", plain, "-v", "q", "--nologo") is { } second)
            throw new BadInputException($"the program could not be published:{Environment.NewLine}{second}");
        return (plain, "published plainly");
    }

    /// <returns>what it said last when it failed, or null</returns>
    private static async Task<string?> DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? null : string.Join(Environment.NewLine, string.Concat(said).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(5));
    }

    private static Process Launch(string published, string data, params string[] arguments)
    {
        // Its log goes nowhere: a pipe that nobody empties would stop it.
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = published, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(published, "lianmeng.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["Storage__Path"] = data;
        start.Environment["Database__Provider"] = "Sqlite";
        start.Environment.Remove("ConnectionStrings__LianMeng");
        start.Environment.Remove("ASPNETCORE_URLS");
        var process = new Process { StartInfo = start };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task<(double Milliseconds, double Processor)> FirstPageAsync(string published, string data)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        var clock = Stopwatch.StartNew();
        using var process = Launch(published, data, $"--urls={address}");
        try
        {
            while (!await AnswersAsync(http, new($"{address}/sign-in")))
            {
                if (process.HasExited || clock.Elapsed > Patience) throw new InvalidOperationException("the published program did not come up");
                await Task.Delay(5);
            }

            var took = clock.Elapsed.TotalMilliseconds;
            process.Refresh();
            return (took, process.TotalProcessorTime.TotalMilliseconds);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http, Uri address)
    {
        try
        {
            using var answer = await http.GetAsync(address);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // nobody listens yet
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "LianMeng.slnx"))) return folder.FullName;
        throw new BadInputException("no LianMeng.slnx above the program: give a FOLDER that is published already");
    }
}
