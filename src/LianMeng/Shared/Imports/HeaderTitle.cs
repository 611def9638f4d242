using System.Text.RegularExpressions;

namespace LianMeng.Shared.Imports;

/// <summary>A header cell taken apart: what it names and in which unit. "2024年营业收入（亿元）*" names 营业收入 of 2024 in 亿元.</summary>
internal sealed partial record HeaderTitle(string Name, string? Unit, int Year = 0)
{
    const int LongestTitle = 200;

    public static HeaderTitle Parse(string text)
    {
        if (text.Length > LongestTitle)
            return new("", null);
        text = ImportText.ToHalfWidth(ImportText.Clean(text)).Replace(" ", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal)
            .Replace("【", "(", StringComparison.Ordinal).Replace("】", ")", StringComparison.Ordinal)
            .Replace("[", "(", StringComparison.Ordinal).Replace("]", ")", StringComparison.Ordinal)
            .Replace("〔", "(", StringComparison.Ordinal).Replace("〕", ")", StringComparison.Ordinal);
        string? unit = null;
        var name = Brackets().Replace(text, match =>
        {
            var inside = match.Groups["inside"].Value;
            inside = inside.StartsWith("单位:", StringComparison.Ordinal) ? inside[3..] : inside;
            unit ??= Units.IsKnown(inside) ? inside : null;
            return "";
        });
        if (unit is null && Units.AtEndOf(name) is { } atEnd)
        {
            unit = atEnd;
            name = name[..^atEnd.Length];
        }
        var year = LeadingYear().Match(name);
        name = name[year.Length..].Trim(':', ',', '-', '/', '_');
        return new(name, unit, int.TryParse(year.Groups["year"].ValueSpan, out var number) ? number : 0);
    }

    /// <summary>The unit of a whole table: a line above it says 单位：万元.</summary>
    public static string? TableUnit(string text)
    {
        var match = text.Length > LongestTitle ? Match.Empty : UnitLine().Match(ImportText.ToHalfWidth(text).Replace(" ", "", StringComparison.Ordinal));
        return match.Success && Units.IsMoney(match.Groups["unit"].Value) ? match.Groups["unit"].Value : null;
    }

    [GeneratedRegex(@"\((?<inside>[^()]*)\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^(上年度?|(?<year>(19|20)\d\d)年?度?)(?=\D)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LeadingYear();

    [GeneratedRegex(@"单位:(?<unit>(亿|千万|百万|万|千)?元)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnitLine();
}
