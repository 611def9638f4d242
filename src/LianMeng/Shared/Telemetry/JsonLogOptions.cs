using Microsoft.Extensions.Logging.Console;

namespace LianMeng.Shared.Telemetry;

/// <summary>Settings under <c>Logging:Console:FormatterOptions</c>.</summary>
public sealed class JsonLogOptions : ConsoleFormatterOptions
{
    /// <summary>Also write the messages of exceptions, which may quote what people put in. For hunting an error, not for every day.</summary>
    public bool ExceptionMessages { get; set; }
}
