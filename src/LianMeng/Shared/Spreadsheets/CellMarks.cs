namespace LianMeng.Shared.Spreadsheets;

/// <summary>What else is known of a cell beside its value.</summary>
[Flags]
public enum CellMarks
{
    None = 0,
    /// <summary>The value is the cached result of a formula.</summary>
    Formula = 1,
    /// <summary>A formula whose result the file does not hold: there is no value to take.</summary>
    FormulaWithoutValue = 2,
    /// <summary>The value was longer than allowed and has been cut.</summary>
    TooLong = 4,
    /// <summary>The value was copied from the top-left cell of a merged range.</summary>
    MergedCopy = 8,
    /// <summary>A number beyond the 15 digits that Excel keeps (9.15E+17): as a code its last digits are lost.</summary>
    LostDigits = 16,
}
