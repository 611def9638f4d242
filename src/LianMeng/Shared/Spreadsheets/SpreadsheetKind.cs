namespace LianMeng.Shared.Spreadsheets;

public enum SpreadsheetKind
{
    Xlsx,
    Csv,
}
