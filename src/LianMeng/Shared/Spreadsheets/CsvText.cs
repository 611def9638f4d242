namespace LianMeng.Shared.Spreadsheets;

/// <summary>
/// CSV has no types, so a text that a spreadsheet would run as a formula gets an apostrophe in front when written, and loses it when read.
/// Full-width signs are included: Chinese input methods produce them and some suites accept them.
/// </summary>
internal static class CsvText
{
    const string Dangerous = "=+-@\t\r＝＋－＠";

    public static string Protect(string text) => IsDangerous(text.AsSpan().TrimStart('\'')) ? "'" + text : text;

    public static Cell ToCell(string text, int maxLength)
    {
        var marks = CellMarks.None;
        if (text.Length > maxLength)
        {
            text = text[..maxLength];
            marks = CellMarks.TooLong;
        }
        if (text.Length == 0)
            return Cell.Empty;
        if (text[0] == '\'' && IsDangerous(text.AsSpan().TrimStart('\'')))
            return new(CellKind.Text, text[1..], marks, text);
        if (text[0] == '=')
            return Formula(text, marks);
        if (ExcelNumber.LooksScientific(text))
            marks |= CellMarks.LostDigits;
        return new(CellKind.Text, text, marks);
    }

    /// <summary>="0012" is the usual way to keep a code whole in CSV; any other formula has no value in a text file.</summary>
    static Cell Formula(string text, CellMarks marks)
    {
        var body = text.AsSpan(1).Trim();
        if (body.Length >= 2 && body[0] == '"' && body[^1] == '"' && !body[1..^1].Contains('"'))
            return new(CellKind.Text, body[1..^1].ToString(), marks, text);
        return new(CellKind.Text, text, marks | CellMarks.FormulaWithoutValue);
    }

    static bool IsDangerous(ReadOnlySpan<char> text) => text.Length > 0 && Dangerous.Contains(text[0]);
}
