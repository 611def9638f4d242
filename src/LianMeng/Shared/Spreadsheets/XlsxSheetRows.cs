using System.Globalization;
using System.IO.Compression;

namespace LianMeng.Shared.Spreadsheets;

/// <summary>Second pass over a sheet: the rows with their values, merged ranges filled in, one row in memory at a time.</summary>
internal sealed class XlsxSheetRows(XlsxFile file, ZipArchiveEntry part, List<MergedRange> merges, int lastWithContent)
{
    const int LastRow = 1_048_576;

    // A merged range may repeat its value in rows that have none of their own.
    readonly int _lastMerged = merges.Count == 0 ? 0 : merges.Max(range => range.LastRow);
    readonly SpreadsheetLimits _limits = file.Limits;
    readonly Cell[] _cells = new Cell[file.Limits.MaxColumns];
    readonly (int Until, Cell Value)[] _carried = new (int, Cell)[file.Limits.MaxColumns];
    // what was written of the cells, to be wiped before the next row; at first all of them are no cells yet
    int _width = file.Limits.MaxColumns;
    int _nextMerge;

    public IEnumerable<SheetRow> Read()
    {
        using var xml = new SafeXml(part);
        var (number, place) = (0, 0);
        while (xml.Read())
        {
            if (xml is not { IsStart: true, Name: "row" })
                continue;
            if (++place > lastWithContent && number >= _lastMerged)
                yield break;
            number = RowNumber(xml["r"], number);
            ReadCells(xml);
            FillMerged(number);
            if (_width > 0)
                yield return new SheetRow(number, _cells.AsSpan(0, _width).ToArray());
        }
    }

    static int RowNumber(string? written, int previous)
    {
        if (written is null)
            return previous + 1;
        return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > previous && number <= LastRow
            ? number
            : throw SpreadsheetReader.Damaged();
    }

    void ReadCells(SafeXml xml)
    {
        Array.Fill(_cells, Cell.Empty, 0, _width);
        _width = 0;
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        var column = -1;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is not { IsStart: true, Name: "c" })
                continue;
            column = xml["r"] is { } reference ? CellRef.Column(reference) : column + 1;
            if (column < 0)
                throw SpreadsheetReader.Damaged();
            var cell = ReadCell(xml);
            // beyond the last column only formatting can stand: the scan refused values there
            if (column >= _cells.Length || (cell.Kind == CellKind.Empty && cell.Marks == CellMarks.None))
                continue;
            _cells[column] = cell;
            _width = Math.Max(_width, column + 1);
        }
    }

    Cell ReadCell(SafeXml xml)
    {
        if (xml.IsEmptyElement)
            return Cell.Empty;
        var type = xml["t"];
        var style = xml["s"];
        var depth = xml.Depth;
        var marks = CellMarks.None;
        string? value = null;
        var wasCut = false;
        while (xml.Read() && xml.Depth > depth)
        {
            if (!xml.IsStart)
                continue;
            switch (xml.Name)
            {
                case "f":
                    marks |= CellMarks.Formula;
                    xml.SkipElement();
                    break;
                case "v":
                    (value, wasCut) = xml.ReadText(_limits.MaxCellLength);
                    break;
                case "is":
                    (value, wasCut) = XlsxFile.ReadRichText(xml, _limits.MaxCellLength);
                    break;
                default:
                    xml.SkipElement();
                    break;
            }
        }
        if (wasCut)
            marks |= CellMarks.TooLong;
        if (value is null)
            return marks == CellMarks.None ? Cell.Empty : new Cell(CellKind.Empty, "", CellMarks.FormulaWithoutValue);
        return ToCell(type, style, value, marks);
    }

    Cell ToCell(string? type, string? style, string value, CellMarks marks)
    {
        switch (type)
        {
            case "s":
                return SharedString(value, marks);
            case "inlineStr":
                return Text(value, marks);
            case "str":
                return Text(ExcelText.Decode(value), marks);
            case "b":
                return new(CellKind.Boolean, value.Trim() is "1" or "true" ? "TRUE" : "FALSE", marks);
            case "e":
                return new(CellKind.Error, value.Trim(), marks);
            case "d":
                return DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                    ? new(CellKind.Date, moment.ToString(moment.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), marks, value)
                    : Text(value, marks);
        }
        value = value.Trim();
        if (value.Length == 0)
            return new(CellKind.Empty, "", marks);
        var isDate = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < file.DateStyles.Length && file.DateStyles[index];
        return (isDate ? ExcelNumber.ToDate(value, file.Is1904, marks) : null) ?? ExcelNumber.ToCell(value, marks);
    }

    Cell SharedString(string value, CellMarks marks)
    {
        if (!int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= file.SharedStrings.Count)
            throw SpreadsheetReader.Damaged();
        return Text(file.SharedStrings[index], file.CutStrings.Contains(index) ? marks | CellMarks.TooLong : marks);
    }

    static Cell Text(string text, CellMarks marks) =>
        new(text.Length == 0 ? CellKind.Empty : CellKind.Text, text, ExcelNumber.LooksScientific(text) ? marks | CellMarks.LostDigits : marks);

    /// <summary>Copies the top-left value of each merged range over the range, row by row as they come.</summary>
    void FillMerged(int row)
    {
        for (; _nextMerge < merges.Count && merges[_nextMerge].FirstRow <= row; _nextMerge++)
        {
            var range = merges[_nextMerge];
            if (range.FirstColumn >= _cells.Length)
                continue;
            // a range whose first row is not in the file has no value to repeat
            var value = range.FirstRow == row ? _cells[range.FirstColumn] : Cell.Empty;
            value = value with { Marks = value.Marks | CellMarks.MergedCopy };
            for (var column = range.FirstColumn; column <= range.LastColumn && column < _cells.Length; column++)
            {
                _carried[column] = (range.LastRow, value);
                if (column > range.FirstColumn)
                    Fill(column, value);
            }
        }
        if (_nextMerge == 0)
            return;
        for (var column = 0; column < _carried.Length; column++)
            if (_carried[column].Until >= row)
                Fill(column, _carried[column].Value);
    }

    void Fill(int column, Cell value)
    {
        if (value.Kind == CellKind.Empty || _cells[column].Kind != CellKind.Empty)
            return;
        _cells[column] = value;
        _width = Math.Max(_width, column + 1);
    }
}
