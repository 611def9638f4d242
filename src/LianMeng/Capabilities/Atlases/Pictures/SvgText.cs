using System.Globalization;
using System.Text;

namespace LianMeng.Capabilities.Atlases.Pictures;

/// <summary>Text and numbers as they may stand in an SVG: names come from people and files.</summary>
internal static class SvgText
{
    /// <summary>For every drawing: the first that the reader's machine has.</summary>
    public const string Fonts = "'Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','WenQuanYi Micro Hei',sans-serif";

    /// <summary>Fit for an element and for an attribute; what XML 1.0 cannot hold (control characters, halves of pairs) is left out.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) result.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF') continue;
            else if (c < ' ') result.Append(c is '\t' or '\n' or '\r' ? ' ' : "");
            else result.Append(c switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", '\'' => "&#39;", _ => c.ToString() });
        }

        return result.ToString();
    }

    /// <summary>Escaped lines that fit a width, the last with … where more follows; whole characters, an emoji of several code points is one.</summary>
    /// <param name="em">how many Chinese characters fit on a line; Latin ones take a little more than half</param>
    public static IReadOnlyList<string> Lines(string text, double em, int most)
    {
        var (lines, line, width) = (new List<string>(), new StringBuilder(), 0.0);
        foreach (var element in Elements(text))
        {
            var wide = element.Length == 1 && element[0] < 0x2E80 ? 0.58 : 1.0;
            if (width + wide > em && line.Length > 0)
            {
                if (lines.Count == most - 1)
                {
                    lines.Add(Escape(Short(line.ToString()) + "…"));
                    return lines;
                }

                lines.Add(Escape(line.ToString()));
                line.Clear();
                width = 0;
            }

            line.Append(element);
            width += wide;
        }

        if (line.Length > 0) lines.Add(Escape(line.ToString()));
        return lines;
    }

    /// <summary>At most two decimals, with a point.</summary>
    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The line with room for the dots.</summary>
    private static string Short(string line)
    {
        var elements = Elements(line).ToList();
        return string.Concat(elements.Take(Math.Max(1, elements.Count - 1)));
    }

    private static IEnumerable<string> Elements(string text)
    {
        var walk = StringInfo.GetTextElementEnumerator(text);
        while (walk.MoveNext()) yield return walk.GetTextElement();
    }
}
