using System.Text;

namespace LianMeng.Engine.Standards;

/// <summary>Brings codes as people type and paste them into one form. Written by hand: with InvariantGlobalization string.Normalize does nothing.</summary>
internal static class CodeText
{
    /// <summary>Half-width, upper case, without spaces, hyphens and invisible characters. Null becomes empty.</summary>
    public static string Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            // full-width forms mirror ASCII at a fixed distance
            var half = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
            if (!IsFiller(half))
            {
                result.Append(char.ToUpperInvariant(half));
            }
        }

        return result.ToString();
    }

    /// <summary>True for 0–9 only; char.IsDigit also accepts other scripts.</summary>
    public static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>The whole character at this place, also where it takes two UTF-16 units; half of one would break the message.</summary>
    public static string CharacterAt(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune) ? rune.ToString() : "\uFFFD";

    /// <summary>The beginning of a text for a message: a megabyte pasted into a cell is named, not repeated.</summary>
    public static string Clip(string text)
    {
        const int most = 30;
        if (text.Length <= most)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
    }

    // the apostrophe is what people type in Excel to keep a number as text
    private static bool IsFiller(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '-' or '\'' or '’' or '\u00AD' or '\u2212' or '\uFEFF'
            or (>= '\u200B' and <= '\u200F') or (>= '\u2010' and <= '\u2015');
}
