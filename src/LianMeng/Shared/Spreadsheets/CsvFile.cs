using System.Text;

namespace LianMeng.Shared.Spreadsheets;

/// <summary>A text table: separated by comma, tab or semicolon, quoted as in RFC 4180, forgiving about everything else.</summary>
internal static class CsvFile
{
    const int LinesLookedAt = 20;
    const int LongestLineLookedAt = 100_000;

    public static Spreadsheet Open(Stream file, string fileName, SpreadsheetLimits limits)
    {
        var encoding = CsvEncoding.Detect(file, file.Length);
        var delimiter = FindDelimiter(file, encoding);
        var last = Check(Rows(file, encoding, delimiter, limits, int.MaxValue), limits);
        var name = Path.GetFileNameWithoutExtension(fileName);
        return new Spreadsheet(SpreadsheetKind.Csv, [new Sheet(name, isHidden: false, () => Rows(file, encoding, delimiter, limits, last))]);
    }

    /// <returns>the last record with any content: what is blank behind it is not read again</returns>
    static int Check(IEnumerable<SheetRow> rows, SpreadsheetLimits limits)
    {
        var (count, last) = (0, 0);
        foreach (var row in rows)
        {
            if (row.Cells.Count > limits.MaxColumns)
                throw new SpreadsheetException($"第 {row.Number} 行超过 {limits.MaxColumns} 列，请检查分隔符，并删除名单以外的列。");
            if (++count > limits.MaxRows + limits.FormRows)
                throw new SpreadsheetException($"文件超过 {limits.MaxRows:N0} 行，请拆成几个文件分别上传。");
            last = row.Number;
        }

        return last;
    }

    static IEnumerable<SheetRow> Rows(Stream file, Encoding encoding, char delimiter, SpreadsheetLimits limits, int last)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 32 << 10, leaveOpen: true);
        var records = new CsvRecords(reader, delimiter, limits);
        while (records.Number < last && records.Next() is { } fields)
            if (ToRow(records.Number, fields, limits) is { } row)
                yield return row;
    }

    static SheetRow? ToRow(int number, List<string> fields, SpreadsheetLimits limits)
    {
        var width = fields.FindLastIndex(field => !string.IsNullOrWhiteSpace(field)) + 1;
        if (width == 0)
            return null;
        var cells = new Cell[width];
        for (var i = 0; i < width; i++)
            cells[i] = CsvText.ToCell(fields[i], limits.MaxCellLength);
        return new SheetRow(number, cells);
    }

    /// <summary>The separator that most of the first lines have; of equals, the one most frequent in the first line that has any.</summary>
    static char FindDelimiter(Stream file, Encoding encoding)
    {
        ReadOnlySpan<char> candidates = [',', '\t', ';'];
        Span<int> lines = stackalloc int[3];
        Span<int> inFirst = stackalloc int[3];
        Span<int> counts = stackalloc int[3];
        file.Position = 0;
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 4096, leaveOpen: true);
        for (var seen = 0; seen < LinesLookedAt && CountSeparators(reader, candidates, counts); seen++)
        {
            var isFirst = inFirst.IndexOfAnyExcept(0) < 0;
            for (var i = 0; i < counts.Length; i++)
            {
                lines[i] += counts[i] > 0 ? 1 : 0;
                if (isFirst)
                    inFirst[i] = counts[i];
            }
        }
        var best = 0;
        for (var i = 1; i < candidates.Length; i++)
            if (lines[i] > lines[best] || (lines[i] == lines[best] && inFirst[i] > inFirst[best]))
                best = i;
        return candidates[best];
    }

    /// <summary>Counts the separators outside quotes up to the end of the line; false at the end of the file.</summary>
    static bool CountSeparators(StreamReader reader, ReadOnlySpan<char> candidates, Span<int> counts)
    {
        counts.Clear();
        var quoted = false;
        var length = 0;
        for (int c; length < LongestLineLookedAt && (c = reader.Read()) >= 0; length++)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == '\n' && !quoted)
                return true;
            else if (!quoted && candidates.IndexOf((char)c) is >= 0 and var i)
                counts[i]++;
        }
        return length > 0;
    }
}
