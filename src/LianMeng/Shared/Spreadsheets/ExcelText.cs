using System.Globalization;
using System.Text;

namespace LianMeng.Shared.Spreadsheets;

/// <summary>Excel's way of putting characters into XML which XML cannot hold: _x000D_ (ECMA-376 ST_Xstring).</summary>
internal static class ExcelText
{
    public static string Decode(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
            return text;
        var result = new StringBuilder(text.Length);
        var done = 0;
        for (; at >= 0; at = text.IndexOf("_x", at, StringComparison.Ordinal))
        {
            if (!IsEscape(text, at))
            {
                at += 2;
                continue;
            }
            result.Append(text, done, at - done).Append((char)int.Parse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            at += 7;
            done = at;
        }
        return result.Append(text, done, text.Length - done).ToString();
    }

    public static string Encode(string text)
    {
        StringBuilder? result = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            var mustEscape = !isPair && (IsNotXml(c) || (c == '_' && IsEscape(text, i)));
            if (mustEscape)
                result ??= new StringBuilder(text.Length + 16).Append(text, 0, i);
            if (mustEscape)
                result!.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            else
                result?.Append(c);
            if (!isPair)
                continue;
            i++;
            result?.Append(text[i]);
        }
        return result?.ToString() ?? text;
    }

    // a carriage return is legal XML but would come back as a line feed
    static bool IsNotXml(char c) => c is < ' ' and not ('\t' or '\n') or '\uFFFE' or '\uFFFF' || char.IsSurrogate(c);

    static bool IsEscape(string text, int at) =>
        at + 7 <= text.Length && text[at + 1] == 'x' && text[at + 6] == '_'
        && char.IsAsciiHexDigit(text[at + 2]) && char.IsAsciiHexDigit(text[at + 3]) && char.IsAsciiHexDigit(text[at + 4]) && char.IsAsciiHexDigit(text[at + 5]);
}
