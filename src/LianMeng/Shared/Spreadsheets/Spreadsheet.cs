namespace LianMeng.Shared.Spreadsheets;

/// <summary>
/// A file that has passed every check. It reads from the stream it was opened on, which must stay open as long as this does and is not closed by it.
/// Not for use by two threads at once.
/// </summary>
public sealed class Spreadsheet(SpreadsheetKind kind, IReadOnlyList<Sheet> sheets, IDisposable? resource = null) : IDisposable
{
    public SpreadsheetKind Kind { get; } = kind;

    public IReadOnlyList<Sheet> Sheets { get; } = sheets;

    public void Dispose() => resource?.Dispose();
}
