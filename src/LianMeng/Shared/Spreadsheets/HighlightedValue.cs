namespace LianMeng.Shared.Spreadsheets;

/// <summary>A cell value to be written on a warning background.</summary>
public sealed record HighlightedValue(object? Value);
