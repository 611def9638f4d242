using System.Globalization;
using System.Text.RegularExpressions;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.Calendars;

/// <summary>Instants in addresses: ISO 8601 with their offset, since a time without one would be guessed.</summary>
public static partial class InstantText
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>What is wrong with it, in Chinese; null for an instant, and for nothing at all (whether it must be there is another rule).</summary>
    public static string? Problem(string? text, string field)
        => string.IsNullOrEmpty(text) ? null
            : !TryParse(text, out var instant) ? $"“{field}”应为带时区的时刻，例如 2026-11-23T10:00:00+08:00；现为“{ImportText.Shorten(text, 40)}”。"
            : instant.UtcDateTime.Year is < 1992 or > 2100 ? $"“{field}”应在 1992 年到 2100 年之间。"
            : null;

    /// <summary>Of a text that was found in order before.</summary>
    public static DateTimeOffset Of(string? text) => TryParse(text, out var instant) ? instant : throw new FormatException($"“{text}” is no instant.");

    public static bool TryParse(string? text, out DateTimeOffset instant)
    {
        var written = BlankOffset().Replace((text ?? "").Trim(), "+${offset}"); // in an address an unescaped + arrives as a blank
        if (written.EndsWith('Z')) written = written[..^1] + "+00:00";
        return DateTimeOffset.TryParseExact(written, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }

    [GeneratedRegex(@" (?<offset>\d{2}:\d{2})$", RegexOptions.ExplicitCapture)]
    private static partial Regex BlankOffset();
}
