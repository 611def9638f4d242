namespace LianMeng.Shared.Spreadsheets;

/// <summary>
/// One cell. <paramref name="Text"/> is what a person would read: numbers below 10^15 without exponent and rounded to Excel's 15 digits,
/// dates as yyyy-MM-dd, booleans as TRUE/FALSE. <paramref name="RawText"/> is what the file holds where that differs.
/// </summary>
public readonly record struct Cell(CellKind Kind, string Text, CellMarks Marks = CellMarks.None, string? RawText = null)
{
    public static readonly Cell Empty = new(CellKind.Empty, "");

    /// <summary>The value as stored in the file.</summary>
    public string Raw => RawText ?? Text ?? "";

    public bool IsNumber => Kind == CellKind.Number;

    public bool IsFormula => Has(CellMarks.Formula) || Has(CellMarks.FormulaWithoutValue);

    /// <summary>Nothing to read; a formula without result is not empty, because somebody meant something there.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && !Has(CellMarks.FormulaWithoutValue);

    public bool Has(CellMarks mark) => (Marks & mark) != CellMarks.None;

    public override string ToString() => Text ?? "";
}
