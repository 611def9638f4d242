using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace LianMeng.Tests.World;

/// <summary>A collector on loopback that keeps what it is sent (OTLP over HTTP, protobuf: texts stand in it as they are).</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task receiving;

    public OtlpReceiver()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        listener.Prefixes.Add(Address + "/");
        listener.Start();
        receiving = ReceiveAsync();
    }

    public string Address { get; }

    public ConcurrentQueue<(string Path, byte[] Body)> Received { get; } = [];

    public long Bytes => Received.Sum(r => (long)r.Body.Length);

    /// <summary>The settings with which the program sends here, soon.</summary>
    public Dictionary<string, string> Settings => new(StringComparer.Ordinal)
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        ["OTEL_BSP_MAX_QUEUE_SIZE"] = "200000",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "300",
    };

    public bool Has(ReadOnlySpan<byte> bytes)
    {
        foreach (var (_, body) in Received)
        {
            if (body.AsSpan().IndexOf(bytes) >= 0) return true;
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await receiving;
        listener.Close();
    }

    private async Task ReceiveAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                Received.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
                // stopped, or whoever sent is gone
            }
        }
    }
}
