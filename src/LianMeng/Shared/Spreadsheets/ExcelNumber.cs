using System.Globalization;

namespace LianMeng.Shared.Spreadsheets;

/// <summary>From the numbers in the file to what a person reads in the cell.</summary>
internal static class ExcelNumber
{
    const double DigitsEnd = 1e15;
    const double LastDate = 2_958_465.99999;
    const int Days1904 = 1_462;

    /// <summary>A stored number as text. Excel works with 15 digits: 0.30000000000000004 is 0.3, and from 10^15 on the last digits cannot be trusted.</summary>
    public static Cell ToCell(string raw, CellMarks marks)
    {
        if (IsPlain(raw))
            return new(CellKind.Number, raw, marks);
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return new(CellKind.Text, raw, marks);
        if (Math.Abs(value) >= DigitsEnd)
            return new(CellKind.Number, raw, marks | CellMarks.LostDigits);
        var rounded = decimal.Parse(value.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        return new(CellKind.Number, rounded.ToString("0.############################", CultureInfo.InvariantCulture), marks, raw);
    }

    /// <summary>A stored number in a cell whose format shows a date or time; null where it is none that Excel could show.</summary>
    public static Cell? ToDate(string raw, bool is1904, CellMarks marks)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial))
            return null;
        if (is1904)
            serial += Days1904;
        if (serial is < 0 or > LastDate || double.IsNaN(serial))
            return null;
        // an Excel time is a binary fraction of a day: half a second is rounding
        var moment = DateTime.FromOADate(serial).AddMilliseconds(500);
        var format = serial < 1 ? "HH:mm:ss" : moment.TimeOfDay.TotalSeconds < 1 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss";
        return new(CellKind.Date, moment.ToString(format, CultureInfo.InvariantCulture), marks, raw);
    }

    /// <summary>Whether a number format shows dates (ECMA-376 18.8.30, with the built-in numbers of Chinese Excel).</summary>
    public static bool IsDateFormat(int id, string? code)
    {
        if (code is null)
            return id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);
        for (var i = 0; i < code.Length; i++)
            switch (code[i])
            {
                case '"':
                    i = EndOf(code, '"', i + 1);
                    break;
                case '[':
                    var end = EndOf(code, ']', i + 1);
                    if (code.AsSpan(i + 1, end - i - 1).ContainsAnyExcept("hHmMsS"))
                        i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'y' or 'Y' or 'd' or 'D' or 'm' or 'M' or 'h' or 'H' or 's' or 'S':
                    return true;
            }
        return false;
    }

    static int EndOf(string code, char mark, int from)
    {
        var end = code.IndexOf(mark, from);
        return end < 0 ? code.Length : end;
    }

    static bool IsPlain(string raw)
    {
        if (raw.Length is 0 or > 15 || raw[0] == '.' || raw[^1] == '.')
            return false;
        var points = 0;
        foreach (var c in raw.AsSpan(raw[0] == '-' && raw.Length > 1 ? 1 : 0))
            if (c == '.')
                points++;
            else if (!char.IsAsciiDigit(c))
                return false;
        return points <= 1;
    }

    /// <summary>Text such as 9.15E+17: what Excel writes into a CSV in place of a long code, and people copy on.</summary>
    public static bool LooksScientific(string text)
    {
        if (text.Length > 24)
            return false;
        text = text.Trim();
        var mark = text.IndexOf("E+", StringComparison.OrdinalIgnoreCase);
        return mark > 0 && text.Length - mark is >= 3 and <= 5 && IsPlain(text[..mark]) && !text.AsSpan(mark + 2).ContainsAnyExceptInRange('0', '9');
    }
}
