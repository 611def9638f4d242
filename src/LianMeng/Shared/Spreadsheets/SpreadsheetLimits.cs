namespace LianMeng.Shared.Spreadsheets;

/// <summary>What a file may cost before it is refused. The defaults let 100 000 honest rows through and stop every bomb of trust row 15.</summary>
public sealed record SpreadsheetLimits
{
    public static SpreadsheetLimits Default { get; } = new();

    /// <summary>Bytes of the file as sent.</summary>
    public long MaxFileBytes { get; init; } = 50L << 20;

    /// <summary>Bytes of all entries of a zip once unpacked, by their declared lengths.</summary>
    public long MaxUnpackedBytes { get; init; } = 256L << 20;

    public int MaxEntries { get; init; } = 1_000;

    /// <summary>Unpacked : packed, per entry and for the whole file.</summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>Entries unpacking to less than this many bytes are free of <see cref="MaxRatio"/>: templates compress well, and one cell of a megabyte is a matter of its row.</summary>
    public long RatioFreeBytes { get; init; } = 4L << 20;

    /// <summary>Rows with any content in one sheet; empty rows cost nothing.</summary>
    public int MaxRows { get; init; } = 100_000;

    /// <summary>Rows granted on top of <see cref="MaxRows"/> for titles, header and signatures.</summary>
    public int FormRows { get; init; } = 50;

    public int MaxColumns { get; init; } = 256;

    /// <summary>Characters of a cell (Excel's own limit). A longer one is cut and marked; the row is refused, not the file.</summary>
    public int MaxCellLength { get; init; } = 32_767;

    /// <summary>Entries of the shared string table, which must be held in memory.</summary>
    public int MaxSharedStrings { get; init; } = 1_000_000;

    /// <summary>Characters of the shared string table, which must be held in memory.</summary>
    public long MaxSharedCharacters { get; init; } = 20_000_000;
}
