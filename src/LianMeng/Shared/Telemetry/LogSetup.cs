namespace LianMeng.Shared.Telemetry;

/// <summary>Where the log goes, and what never gets into it.</summary>
public static class LogSetup
{
    /// <summary>
    /// The framework's categories that quote what people send (addresses with their query, what could not be read, statements that
    /// failed), and the least level at which they may speak. Set in code: a level in the settings that is meant for something else does not open them.
    /// </summary>
    internal static readonly IReadOnlyDictionary<string, LogLevel> Quoting = new Dictionary<string, LogLevel>(StringComparer.Ordinal)
    {
        ["Microsoft.AspNetCore.Hosting.Diagnostics"] = LogLevel.Warning,
        ["Microsoft.AspNetCore.Server.Kestrel.BadRequests"] = LogLevel.Warning,
        ["Microsoft.AspNetCore.Routing.Matching.DfaMatcher"] = LogLevel.Warning,
        ["Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware"] = LogLevel.Warning,
        ["Microsoft.AspNetCore.StaticFiles"] = LogLevel.Warning,
        ["Microsoft.AspNetCore.StaticAssets"] = LogLevel.Warning,
        ["Microsoft.AspNetCore.Http"] = LogLevel.Warning,
        ["Microsoft.AspNetCore.Components"] = LogLevel.Warning,
        ["Microsoft.AspNetCore.Antiforgery"] = LogLevel.Error,
        ["Microsoft.EntityFrameworkCore.ChangeTracking"] = LogLevel.Warning,
        ["Microsoft.EntityFrameworkCore.Database.Command"] = LogLevel.Critical,
        ["Microsoft.EntityFrameworkCore.Query"] = LogLevel.Critical,
        ["Microsoft.EntityFrameworkCore.Update"] = LogLevel.Critical,
    };

    public static void Configure(ILoggingBuilder logging, bool isDevelopment)
    {
        logging.ClearProviders();
        if (isDevelopment)
        {
            logging.AddSimpleConsole(o => o.SingleLine = true);
            return;
        }

        logging.AddConsole(o => o.FormatterName = JsonLogFormatter.FormatterName);
        logging.AddConsoleFormatter<JsonLogFormatter, JsonLogOptions>();
        foreach (var (category, level) in Quoting) logging.AddFilter(category, level);
    }
}
