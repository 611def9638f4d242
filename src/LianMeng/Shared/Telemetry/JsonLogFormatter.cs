using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace LianMeng.Shared.Telemetry;

/// <summary>
/// One JSON object a line: the message, what it belongs to (trace, request, use case, actor's id), the exception without what it
/// quotes. The framework's own JSON lines carry whole exceptions and every scope, the request's path among them.
/// </summary>
public sealed class JsonLogFormatter : ConsoleFormatter, IDisposable
{
    public const string FormatterName = "lianmeng";

    /// <summary>Of all that a scope may hold only this is written: ids and names of the program's own things.</summary>
    private static readonly string[] FromScopes = [LogScope.UseCaseKey, LogScope.ActorKey, LogScope.WorkKey, "RequestId", "ConnectionId"];

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly IDisposable? watching;
    private JsonLogOptions options;

    public JsonLogFormatter(IOptionsMonitor<JsonLogOptions> options) : base(FormatterName)
    {
        this.options = options.CurrentValue;
        watching = options.OnChange(changed => this.options = changed);
    }

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteString("Timestamp", TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            json.WriteString("LogLevel", logEntry.LogLevel.ToString());
            json.WriteString("Category", logEntry.Category);
            if (logEntry.EventId.Id != 0) json.WriteNumber("EventId", logEntry.EventId.Id);
            json.WriteString("Message", logEntry.Formatter(logEntry.State, null));
            if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity)
            {
                json.WriteString("TraceId", activity.TraceId.ToString());
                json.WriteString("SpanId", activity.SpanId.ToString());
            }

            foreach (var (key, value) in ScopesOf(scopeProvider)) json.WriteString(key, value);
            if (logEntry.Exception is { } exception) json.WriteString("Exception", ExceptionWords.Of(exception, options.ExceptionMessages));
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    public void Dispose() => watching?.Dispose();

    private static Dictionary<string, string> ScopesOf(IExternalScopeProvider? scopes)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        scopes?.ForEachScope((scope, into) =>
        {
            if (scope is not IEnumerable<KeyValuePair<string, object?>> named) return;
            foreach (var (key, value) in named)
            {
                // the innermost wins
                if (FromScopes.Contains(key) && value?.ToString() is { } text) into[key] = text;
            }
        }, found);
        return found;
    }
}
