using System.Globalization;

namespace LianMeng.Capabilities.Files;

/// <summary>A file's name as it was sent, made harmless: no path, nothing that cannot be seen or saved, an ending that fits what it is.</summary>
internal static class FileName
{
    public const int Limit = 120;

    public static string Clean(string? sent, FileType type)
    {
        var name = (sent ?? "").Replace('\\', '/');
        name = name[(name.LastIndexOf('/') + 1)..];
        name = string.Concat(name.EnumerateRunes().Where(IsSeen).Select(r => r.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? "_" : r.ToString())).Trim(' ', '.');
        var endings = FileTypes.EndingsOf(type);
        var ending = endings.FirstOrDefault(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        var stem = ending is null ? name : name[..^ending.Length];
        ending = ending is null ? endings[0] : name[^ending.Length..];
        stem = Cut(stem, Limit - ending.Length).Trim(' ', '.');
        return (stem.Length == 0 ? "文件" : stem) + ending;
    }

    /// <summary>Controls, marks that turn the direction of writing, and halves of characters (read as U+FFFD) are not.</summary>
    private static bool IsSeen(System.Text.Rune rune)
        => rune.Value != 0xFFFD && System.Text.Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
