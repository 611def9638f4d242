namespace LianMeng.Shared.Spreadsheets;

/// <summary>One row; <paramref name="Number"/> is the row number that Excel shows (from 1).</summary>
public sealed record SheetRow(int Number, IReadOnlyList<Cell> Cells)
{
    /// <summary>The cell of a column (from 0); empty beyond the end.</summary>
    public Cell this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : Cell.Empty;

    /// <summary>Nothing of its own: every cell is empty or only a copy out of a merged range.</summary>
    public bool IsBlank
    {
        get
        {
            foreach (var cell in Cells)
                if (!cell.IsEmpty && !cell.Has(CellMarks.MergedCopy))
                    return false;
            return true;
        }
    }
}
