namespace LianMeng.Shared.Spreadsheets;

public enum CellKind
{
    Empty,
    Text,
    Number,
    Boolean,
    Date,
    /// <summary>An Excel error value such as #REF!.</summary>
    Error,
}
