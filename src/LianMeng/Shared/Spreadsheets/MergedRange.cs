using System.Runtime.InteropServices;

namespace LianMeng.Shared.Spreadsheets;

/// <summary>A merged range; rows from 1, columns from 0, both ends included.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MergedRange(int FirstRow, int LastRow, int FirstColumn, int LastColumn)
{
    public static MergedRange? Parse(string? reference)
    {
        if (reference is null || reference.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
            return null;
        var from = reference.AsSpan(0, colon);
        var to = reference.AsSpan(colon + 1);
        var range = new MergedRange(CellRef.Row(from), CellRef.Row(to), CellRef.Column(from), CellRef.Column(to));
        return range.FirstRow > 0 && range.LastRow >= range.FirstRow && range.FirstColumn >= 0 && range.LastColumn >= range.FirstColumn ? range : null;
    }
}
