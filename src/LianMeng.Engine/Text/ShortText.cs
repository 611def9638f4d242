using System.Text;

namespace LianMeng.Engine.Text;

/// <summary>
/// Brings Chinese industrial short text to one spelling before it is indexed or compared: full-width to
/// half-width, lower case, squared and superscript units, dashes, multiplication signs.
/// Written by hand because the platform runs in invariant globalisation mode, where
/// <see cref="string.Normalize()"/> leaves every character as it is.
/// </summary>
public static class ShortText
{
    /// <summary>Units that Unicode offers as one character, and the letters people type instead.</summary>
    static readonly Dictionary<char, string> Spelled = new()
    {
        ['㎜'] = "mm", ['㎝'] = "cm", ['㎞'] = "km", ['㎡'] = "m2", ['㎥'] = "m3", ['㎎'] = "mg", ['㎏'] = "kg",
        ['㏄'] = "cc", ['㎾'] = "kw", ['㎿'] = "mw", ['㏑'] = "ln", ['℃'] = "度", ['°'] = "度", ['℉'] = "f",
        ['²'] = "2", ['³'] = "3", ['×'] = "x", ['✕'] = "x", ['Φ'] = "φ", ['Ø'] = "φ", ['ø'] = "φ", ['∅'] = "φ",
        ['Ⅰ'] = "i", ['Ⅱ'] = "ii", ['Ⅲ'] = "iii", ['Ⅳ'] = "iv", ['Ⅴ'] = "v", ['№'] = "no", ['µ'] = "μ",
        ['–'] = "-", ['—'] = "-", ['‐'] = "-", ['‑'] = "-", ['−'] = "-", ['﹣'] = "-", ['~'] = "-", ['～'] = "-",
        ['鋁'] = "铝",
    };

    /// <summary>The one spelling of a text. Length may change; runs of white space become one space; ends are trimmed.</summary>
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spelled = new StringBuilder(text.Length);
        foreach (var raw in text)
        {
            if (Spelled.TryGetValue(raw, out var letters)) spelled.Append(letters);
            else AppendOne(spelled, HalfWidth(raw));
        }
        if (spelled.Length > 0 && spelled[^1] == ' ') spelled.Length--;
        return spelled.ToString();
    }

    /// <summary>By what two spellings of one product's name are known as the same: <see cref="Normalise"/> without spaces.</summary>
    public static string KeyOf(string text) => Normalise(text).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>True for a–z and 0–9: what words and model numbers are made of after <see cref="Normalise"/>.</summary>
    public static bool IsWordLetter(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9');

    /// <summary>True for a Chinese character or any other letter that stands as a token of its own.</summary>
    public static bool IsIdeograph(char c) => c > 0x7f && (char.IsLetterOrDigit(c) || char.IsSurrogate(c));

    static char HalfWidth(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        '\u3000' => ' ',
        _ => c,
    };

    static void AppendOne(StringBuilder spelled, char c)
    {
        // invisible characters that copying from a web page or a workbook leaves behind
        if (c is '\u200b' or '\u200c' or '\u200d' or '\ufeff' or '\u00ad') return;
        if (char.IsWhiteSpace(c) || char.IsControl(c))
        {
            if (spelled.Length > 0 && spelled[^1] != ' ') spelled.Append(' ');
            return;
        }
        spelled.Append(char.ToLowerInvariant(c));
    }
}
