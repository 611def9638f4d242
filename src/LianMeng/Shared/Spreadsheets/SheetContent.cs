namespace LianMeng.Shared.Spreadsheets;

/// <summary>
/// A sheet with its rows. A row has a value per column: string, number, bool (written 是/否), DateOnly, DateTime, DateTimeOffset, null,
/// or any of these in a <see cref="HighlightedValue"/>.
/// </summary>
public sealed record SheetContent(SheetSpec Spec, IAsyncEnumerable<object?[]> Rows)
{
    public SheetContent(SheetSpec spec, IEnumerable<object?[]> rows) : this(spec, rows.ToAsyncEnumerable()) { }
}
