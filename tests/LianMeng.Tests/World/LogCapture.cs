using System.Collections.Concurrent;
using LianMeng.Shared.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LianMeng.Tests.World;

/// <summary>What the program writes to its log, exactly as it writes it; and beside it how the same line would be with the messages of exceptions.</summary>
internal sealed class LogCapture : ILoggerProvider, ISupportExternalScope
{
    private readonly JsonLogFormatter asWritten = new(new Fixed(new() { IncludeScopes = true }));
    private readonly JsonLogFormatter withMessages = new(new Fixed(new() { IncludeScopes = true, ExceptionMessages = true }));
    private IExternalScopeProvider? scopes;

    public ConcurrentQueue<string> Lines { get; } = [];

    public ConcurrentQueue<string> LinesWithMessages { get; } = [];

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    /// <summary>The lines outlive the program that wrote them.</summary>
    public void Dispose() { }

    private static string Format<TState>(JsonLogFormatter formatter, in LogEntry<TState> entry, IExternalScopeProvider? scopes)
    {
        using var text = new StringWriter();
        formatter.Write(entry, scopes, text);
        return text.ToString();
    }

    private sealed class Writer(LogCapture capture, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => capture.scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var entry = new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter);
            capture.Lines.Enqueue(Format(capture.asWritten, entry, capture.scopes));
            if (exception is not null) capture.LinesWithMessages.Enqueue(Format(capture.withMessages, entry, capture.scopes));
        }
    }

    private sealed class Fixed(JsonLogOptions options) : IOptionsMonitor<JsonLogOptions>
    {
        public JsonLogOptions CurrentValue => options;

        public JsonLogOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<JsonLogOptions, string?> listener) => null;
    }
}
