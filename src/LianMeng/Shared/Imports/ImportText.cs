using System.Globalization;
using System.Text;

namespace LianMeng.Shared.Imports;

/// <summary>Cleaning of what people type and paste; written out because string normalisation is off (InvariantGlobalization).</summary>
public static class ImportText
{
    static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase) { "-", "--", "—", "——", "/", "\\", "无", "暂无", "没有", "不详", "N/A", "NA" };

    /// <summary>What stands for "nothing" in a roster: - — / 无 暂无 N/A.</summary>
    public static bool MeansNothing(string text) => Nothing.Contains(text);

    /// <summary>
    /// One line without what nobody can see: control characters, zero-width and direction marks are dropped, any white space becomes one blank, ends are trimmed.
    /// </summary>
    public static string Clean(string text) => Clean(text, keepLines: false);

    internal static string Clean(string text, bool keepLines)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (keepLines && c == '\n')
                result.Append('\n');
            else if (char.IsWhiteSpace(c))
                AppendBlank(result);
            else if (!IsInvisible(c))
                result.Append(c);
        }
        return result.ToString().Trim();
    }

    static void AppendBlank(StringBuilder result)
    {
        if (result.Length > 0 && result[^1] is not (' ' or '\n'))
            result.Append(' ');
    }

    // soft hyphen, zero-width and direction marks, byte order mark, and all C0/C1 controls
    static bool IsInvisible(char c) => char.IsControl(c) || c is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or '\uFEFF';

    /// <summary>Full-width ASCII (Ａ１（＋) and the ideographic space as their half-width forms.</summary>
    public static string ToHalfWidth(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            span[i] = source[i] switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(source[i] - 0xFEE0),
                '\u3000' => ' ',
                var c => c,
            };
    });

    /// <summary>Half of a character outside the basic plane, or the mark of a failed decoding: the text is damaged.</summary>
    internal static bool IsDamaged(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\uFFFD')
                return true;
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return true;
            i++;
        }
        return false;
    }

    /// <summary>What is said of a text that should have been a telephone number.</summary>
    internal static string NoTelephone(string text) => $"“{Shorten(text, 30)}”不是有效的电话号码；手机填 11 位，固定电话带区号，例如 023-45671234。";

    /// <summary>For messages: cleaned and cut.</summary>
    internal static string Shorten(string text, int max = 100)
    {
        // only as much is cleaned as can be shown: a cell may hold 32 767 characters
        var clean = Clean(text.Length > max * 2 ? text[..(max * 2)] : text);
        if (clean.Length <= max && text.Length <= max * 2)
            return IsDamaged(clean) ? clean.ToWellFormed() : clean;
        return clean[..Math.Min(clean.Length, max)].ToWellFormed() + "…";
    }

    static string ToWellFormed(this string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));

    /// <summary>
    /// Splits at ; ； 、 , ， and line ends, but not inside brackets: 铝锭（A7、A8）、铝棒 has two items. Order is kept, repeats and empty items go.
    /// </summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var items = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        // a bracket that never closes is a slip of the pen and must not swallow the rest
        var isBalanced = text.Count(IsOpen) == text.Count(IsClose);
        var depth = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && isBalanced)
                depth = Math.Max(0, depth + (IsOpen(text[i]) ? 1 : IsClose(text[i]) ? -1 : 0));
            if (i < text.Length && (depth > 0 || !IsSeparator(text[i])))
                continue;
            var item = Clean(text[start..i]);
            if (item.Length > 0 && seen.Add(item))
                items.Add(item);
            start = i + 1;
        }
        return items;
    }

    static bool IsOpen(char c) => c is '(' or '（' or '[' or '【' or '〔';

    static bool IsClose(char c) => c is ')' or '）' or ']' or '】' or '〕';

    static bool IsSeparator(char c) => c is ';' or '；' or '、' or ',' or '，' or '\n' or '\r';

    internal static string Format(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
