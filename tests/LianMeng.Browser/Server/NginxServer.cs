using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace LianMeng.Browser.Server;

/// <summary>nginx with the configuration that is shipped as deploy/nginx.conf, in front of nodes on loopback; without TLS.</summary>
public sealed class NginxServer : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lianmeng-nginx-").FullName;
    private readonly Process process;

    public static bool IsThere => Program is not null;

    private static string? Program { get; } = new[] { "/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx" }.FirstOrDefault(File.Exists);

    public NginxServer(RunningServer one, RunningServer other)
    {
        var port = RunningServer.FreePort();
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        File.WriteAllText(Path.Combine(folder, "nginx.conf"), string.Create(CultureInfo.InvariantCulture, $$"""
            daemon off; master_process off; pid {{folder}}/nginx.pid; error_log {{folder}}/error.log warn; worker_processes 1;
            events { worker_connections 512; }
            http {
                access_log off;
                client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/f; uwsgi_temp_path {{folder}}/u; scgi_temp_path {{folder}}/s;
                {{Shipped(port, one.Address, other.Address)}}
            }
            """));
        process = Process.Start(new ProcessStartInfo(Program!, ["-p", folder, "-c", Path.Combine(folder, "nginx.conf"), "-e", Path.Combine(folder, "error.log")]) { UseShellExecute = false, RedirectStandardError = true })!;
    }

    public Uri Address { get; }

    /// <summary>What nginx said of its upstreams.</summary>
    public string Log => File.Exists(Path.Combine(folder, "error.log")) ? File.ReadAllText(Path.Combine(folder, "error.log")) : "";

    public async Task WaitAsync(HttpClient http)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                if ((await http.GetAsync(new Uri(Address, "/health/live"))).StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException) when (tries < 200)
            {
            }

            if (process.HasExited || tries > 200) throw new InvalidOperationException("nginx does not answer:\n" + Log);
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The shipped file with other ports, and without the two things that need a certificate.</summary>
    private static string Shipped(int port, string one, string other)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "deploy", "nginx.conf")).ToList();
        var redirect = lines.FindIndex(l => l.Trim() == "listen 80;");
        lines.RemoveRange(redirect - 1, lines.FindIndex(redirect, l => l == "}") - redirect + 2);
        return string.Join('\n', lines.Where(l => !l.Contains("ssl_", StringComparison.Ordinal))
            .Select(l => l.Replace("listen 443 ssl http2", $"listen 127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}", StringComparison.Ordinal)
                .Replace("127.0.0.1:5080", new Uri(one).Authority, StringComparison.Ordinal).Replace("127.0.0.1:5081", new Uri(other).Authority, StringComparison.Ordinal)));
    }
}
