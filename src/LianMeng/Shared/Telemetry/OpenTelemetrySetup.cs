using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LianMeng.Shared.Telemetry;

/// <summary>Traces and metrics by OTLP, to the address in the standard variable. Without it nothing is collected and nothing is sent.</summary>
public static class OpenTelemetrySetup
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static bool IsOn(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[Endpoint]);

    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Instruments>();
        services.AddSingleton<NodeIdentity>();
        services.AddSingleton<QueueReader>();
        services.AddHostedService<GaugeSampler>();
        services.AddSingleton<DistributedContextPropagator, TraceParentOnly>();
        if (!IsOn(configuration)) return;

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("lianmeng", serviceVersion: NodeIdentity.Version,
                autoGenerateServiceInstanceId: false, serviceInstanceId: configuration["Node:Name"] ?? Environment.MachineName))
            .WithTracing(tracing => tracing
                .AddSource(Instruments.Name, "Microsoft.AspNetCore")
                .AddProcessor(new SpanCleaner())
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter(Instruments.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Diagnostics", "System.Runtime", "Npgsql")
                .AddOtlpExporter());
    }
}
