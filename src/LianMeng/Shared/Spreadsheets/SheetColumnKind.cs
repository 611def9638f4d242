namespace LianMeng.Shared.Spreadsheets;

/// <summary>How a column's cells are stored. Text keeps codes and telephone numbers as they are, whatever they look like.</summary>
public enum SheetColumnKind
{
    Text,
    Number,
    Date,
    DateTime,
}
