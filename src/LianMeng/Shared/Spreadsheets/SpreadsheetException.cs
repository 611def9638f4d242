namespace LianMeng.Shared.Spreadsheets;

/// <summary>A file that cannot be taken. The message is Chinese, says what is wrong and what to do, and may be shown as it is.</summary>
public sealed class SpreadsheetException : Exception
{
    public SpreadsheetException(string message) : base(message) { }

    public SpreadsheetException(string message, Exception inner) : base(message, inner) { }
}
