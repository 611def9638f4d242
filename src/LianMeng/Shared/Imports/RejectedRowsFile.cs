using LianMeng.Shared.Spreadsheets;

namespace LianMeng.Shared.Imports;

/// <summary>
/// The rows that were not taken, in the columns of the file they came from, with the reasons in front and the offending cells marked.
/// Mended and sent again it imports; everything is text, so nothing is changed on the way.
/// </summary>
public static class RejectedRowsFile
{
    /// <param name="output">Where the .xlsx goes.</param>
    /// <param name="table">The roster the rows come from.</param>
    /// <param name="rows">Taken one at a time; rows without rejection are left out.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public static Task WriteAsync(Stream output, RosterTable table, IAsyncEnumerable<ImportRow> rows, CancellationToken cancellation = default)
    {
        var columns = table.Columns.Where(column => column.Title != RosterTable.ReasonTitle).ToList();
        var answers = table.Schema.Columns.Where(column => column.OnReturn && table.Find(column.Key) is null).ToList();
        var spec = new SheetSpec(
            "退回",
            [new SheetColumn(RosterTable.ReasonTitle, 48), .. answers.Select(column => new SheetColumn(column.TemplateTitle, column.Width)), .. columns.Select(column => new SheetColumn(column.StandaloneTitle, column.Meaning?.Width ?? 16))]);
        return SpreadsheetWriter.WriteXlsxAsync(output, spec, rows.Where(row => row.IsRejected).Select(row => ToValues(row, columns, answers.Count)), cancellation);
    }

    static object?[] ToValues(ImportRow row, List<RosterColumn> columns, int answers)
    {
        var values = new object?[columns.Count + 1 + answers];
        values[0] = $"原第 {row.RowNumber} 行。" + string.Concat(row.Rejections.Select(rejection => $"{rejection.Column}：{rejection.Reason}"));
        for (var i = 0; i < columns.Count; i++)
        {
            var cell = row.CellOf(columns[i]);
            var text = cell.Has(CellMarks.LostDigits) ? cell.Raw : cell.Text;
            values[i + 1 + answers] = row.RejectedColumns.Contains(columns[i].Index) ? new HighlightedValue(text) : text;
        }
        return values;
    }
}
