using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace LianMeng.Tests.World;

/// <summary>The program as a process of its own on a clone of the world, so that its memory is its own and nothing of the test's.</summary>
internal sealed class ChildProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder said = new();

    private ChildProgram(Process process, string? address)
    {
        this.process = process;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address is null ? null : new Uri(address), Timeout = TimeSpan.FromMinutes(5) };
        process.OutputDataReceived += Note;
        process.ErrorDataReceived += Note;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Http { get; }

    public string Said
    {
        get
        {
            lock (said) return said.ToString();
        }
    }

    /// <summary>Starts the server and waits until it is ready.</summary>
    public static async Task<ChildProgram> ServeAsync(string folder, string connection)
    {
        int port;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        var program = new ChildProgram(Launch(folder, connection, "serve", "--urls", $"http://127.0.0.1:{port}"), $"http://127.0.0.1:{port}");
        await Settling.UntilAsync("the child program is ready", async () =>
        {
            Assert.False(program.process.HasExited, program.Said);
            try
            {
                using var answer = await program.Http.GetAsync("/health/ready");
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, seconds: 60);
        return program;
    }

    /// <summary>Runs a verb to its end.</summary>
    /// <returns>exit code, what it said, and the most memory it had (bytes)</returns>
    public static async Task<(int Code, string Said, long Peak)> VerbAsync(string folder, string connection, params string[] arguments)
    {
        await using var program = new ChildProgram(Launch(folder, connection, arguments), null);
        var peak = 0L;
        while (!program.process.HasExited)
        {
            peak = Math.Max(peak, program.Peak);
            await Task.Delay(5);
        }

        await program.process.WaitForExitAsync(); // and until all is read
        return (program.process.ExitCode, program.Said, peak);
    }

    public async Task SignInAsync(Person person)
    {
        using var answer = await Http.PostAsJsonAsync("/api/login", new { userName = person.UserName, password = Person.Password });
        answer.EnsureSuccessStatusCode();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString());
    }

    /// <summary>Memory that the system counts for the process now (bytes).</summary>
    public long Resident => Figure("VmRSS:");

    /// <summary>The most it has been since it was last forgotten (bytes).</summary>
    public long Peak => Figure("VmHWM:");

    /// <summary>The peak starts anew (Linux: 5 into clear_refs).</summary>
    public void ForgetPeak() => File.WriteAllText($"/proc/{process.Id}/clear_refs", "5");

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Http.Dispose();
    }

    private static Process Launch(string folder, string connection, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "lianmeng.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["Storage__Path"] = folder;
        start.Environment["Database__Provider"] = TestDatabase.Provider;
        start.Environment["ConnectionStrings__LianMeng"] = connection;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        // The collector would let tens of megabytes of rubbish lie before it sweeps; with a small first generation the figures are what is really held.
        start.Environment["DOTNET_GCgen0size"] = "0x800000";
        return Process.Start(start)!;
    }

    private long Figure(string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            return 0; // it has just ended
        }
    }

    private void Note(object sender, DataReceivedEventArgs e)
    {
        lock (said) said.AppendLine(e.Data);
    }
}
