namespace LianMeng.Shared.Spreadsheets;

/// <summary>A sheet to write: its name (made fit for Excel) and columns; with <paramref name="Instructions"/> or column notes a sheet 填写说明 follows.</summary>
public sealed record SheetSpec(string Name, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<string>? Instructions = null);
