using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LianMeng.Shared.Telemetry;

/// <summary>
/// What the log may say of an exception: its type, where it came from, and its message only where that is known to hold no value
/// that somebody put in. "The input string '138…' was not in a correct format" is the rule among messages, not the exception.
/// </summary>
internal static class ExceptionWords
{
    public const string Withheld = "(message withheld)";

    /// <summary>Exactly these types: a message of the runtime, the file system or the network, never of something read.</summary>
    private static readonly HashSet<Type> Harmless =
    [
        typeof(SocketException), typeof(TimeoutException), typeof(OperationCanceledException), typeof(TaskCanceledException), typeof(ObjectDisposedException),
        typeof(IOException), typeof(FileNotFoundException), typeof(DirectoryNotFoundException), typeof(UnauthorizedAccessException),
        typeof(NpgsqlException), typeof(DbUpdateException), typeof(DbUpdateConcurrencyException), typeof(NullReferenceException), typeof(OutOfMemoryException),
    ];

    // connection, transaction state, resources, object state, operator, system: of the server and not of a row
    private static readonly string[] HarmlessStates = ["08", "25", "28", "40", "53", "55", "57", "58"];

    /// <param name="withMessages">all messages, for an operator who hunts an error and says so in the settings</param>
    public static string Of(Exception exception, bool withMessages)
    {
        var text = new StringBuilder();
        Write(text, exception, withMessages, depth: 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Exception exception, bool withMessages, int depth)
    {
        text.Append(exception.GetType().FullName).Append(": ").Append(withMessages ? exception.Message : MessageOf(exception));
        if (exception.StackTrace is { } stack) text.Append('\n').Append(stack);
        IEnumerable<Exception> inner = exception is AggregateException many ? many.InnerExceptions : exception.InnerException is { } one ? [one] : [];
        foreach (var cause in depth < 10 ? inner : [])
        {
            text.Append("\n ---> ");
            Write(text, cause, withMessages, depth + 1);
        }
    }

    private static string MessageOf(Exception exception) => exception switch
    {
        PostgresException p => $"{p.SqlState} {(HarmlessStates.Contains(p.SqlState[..2]) ? p.MessageText : Withheld)} {p.TableName} {p.ColumnName} {p.ConstraintName}".TrimEnd(),
        // A constraint or a trigger may be worded with a value; the others (busy, full, cannot open) are not.
        SqliteException s => $"SQLite Error {s.SqliteErrorCode} ({s.SqliteExtendedErrorCode}) {(s.SqliteErrorCode is 1 or 19 ? Withheld : s.Message)}",
        _ => Harmless.Contains(exception.GetType()) ? exception.Message : Withheld,
    };
}
