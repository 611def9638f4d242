using System.Globalization;
using System.Text;

namespace LianMeng.Shared.Spreadsheets;

/// <summary>
/// Writes tables people open in Excel, WPS or LibreOffice. Strings are always stored as strings, so that nothing a user once typed
/// is ever run as a formula (trust row 16); in CSV such texts get an apostrophe in front.
/// </summary>
public static class SpreadsheetWriter
{
    /// <summary>Writes .xlsx. The output needs neither seeking nor synchronous writing; rows are taken one at a time and only the packed bytes are held.</summary>
    public static async Task WriteXlsxAsync(Stream output, IReadOnlyList<SheetContent> sheets, CancellationToken cancellation = default)
    {
        using var packed = new MemoryStream();
        using (var workbook = new XlsxWriter(packed))
        {
            foreach (var sheet in sheets)
                await workbook.AddSheetAsync(sheet, cancellation);
            workbook.Finish();
        }
        packed.Position = 0;
        await packed.CopyToAsync(output, cancellation);
    }

    public static Task WriteXlsxAsync(Stream output, SheetSpec sheet, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation = default) =>
        WriteXlsxAsync(output, [new SheetContent(sheet, rows)], cancellation);

    public static Task WriteXlsxAsync(Stream output, SheetSpec sheet, IEnumerable<object?[]> rows, CancellationToken cancellation = default) =>
        WriteXlsxAsync(output, [new SheetContent(sheet, rows)], cancellation);

    /// <summary>Writes CSV (RFC 4180) as UTF-8 with byte order mark, without which Excel shows Chinese as garbage.</summary>
    public static async Task WriteCsvAsync(Stream output, SheetSpec sheet, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation = default)
    {
        var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16 << 10, leaveOpen: true);
        await using (writer)
        {
            await writer.WriteAsync(CsvLine(sheet.Columns.Select(column => (object?)column.Title)).AsMemory(), cancellation);
            await foreach (var row in rows.WithCancellation(cancellation))
                await writer.WriteAsync(CsvLine(row).AsMemory(), cancellation);
        }
    }

    public static Task WriteCsvAsync(Stream output, SheetSpec sheet, IEnumerable<object?[]> rows, CancellationToken cancellation = default) =>
        WriteCsvAsync(output, sheet, rows.ToAsyncEnumerable(), cancellation);

    static string CsvLine(IEnumerable<object?> values) => string.Join(',', values.Select(CsvField)) + "\r\n";

    static string CsvField(object? value)
    {
        if (value is HighlightedValue highlighted)
            value = highlighted.Value;
        var text = ToText(value);
        if (value is string)
            text = CsvText.Protect(text);
        return text.AsSpan().ContainsAny(",\"\r\n;\t") || text.StartsWith(' ') || text.EndsWith(' ')
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }

    internal static string ToText(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "是" : "否",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
