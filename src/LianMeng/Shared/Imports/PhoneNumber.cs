using System.Text.RegularExpressions;

namespace LianMeng.Shared.Imports;

/// <summary>Chinese telephone numbers in one written form.</summary>
internal static partial class PhoneNumber
{
    /// <summary>Null if it is none. Takes half-width text.</summary>
    public static string? Normalise(string text)
    {
        text = Spaces().Replace(text, "");
        if (text.Length is < 7 or > 30)
            return null;
        if (Mobile().Match(text) is { Success: true } mobile)
            return string.Concat(mobile.Groups["number"].Value.Where(char.IsAsciiDigit));
        if (Landline().Match(text) is { Success: true } line)
            return Join(line.Groups["area"].Value, line.Groups["number"].Value, line.Groups["extension"].Value);
        return Service().IsMatch(text) ? text.Replace("-", "", StringComparison.Ordinal) : null;
    }

    static string Join(string area, string number, string extension) =>
        (area.Length == 0 ? "" : area + "-") + number + (extension.Length == 0 ? "" : "-" + extension);

    [GeneratedRegex(@"\s", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(\+?86-?|0086-?)?(?<number>1\d{2}-?\d{4}-?\d{4})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mobile();

    // 010 and 02x have three digits, all other areas four. Behind an area code any number is taken: number plans change, and a
    // wrong telephone is no reason to lose a firm.
    [GeneratedRegex(@"^((\+?86-?|0086-?)?\(?(?<area>010|02\d|0[3-9]\d\d)\)?-?(?<number>\d{7,8})|(?<number>[2-8]\d{6,7}))((-|转|ext\.?|x)(?<extension>\d{1,6}))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Landline();

    [GeneratedRegex(@"^[48]00-?\d{3,4}-?\d{3,4}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Service();
}
