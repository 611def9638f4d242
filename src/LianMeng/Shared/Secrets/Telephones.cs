using LianMeng.Shared.Imports;

namespace LianMeng.Shared.Secrets;

/// <summary>Telephone numbers at rest: sealed, found by digest, shown masked unless somebody asks for one by name.</summary>
public sealed class Telephones(Sealer sealer)
{
    public const string Purpose = "telephone";

    /// <summary>Characters that a sealed number of 30 takes at most.</summary>
    public const int SealedLimit = 200;

    public SealedValue? Seal(string? number) => string.IsNullOrWhiteSpace(number) ? null : sealer.SealForSearch(Purpose, Written(number));

    /// <exception cref="SecretException">its key is not here</exception>
    public string? Open(string? sealedText) => sealedText is null ? null : sealer.Open(Purpose, sealedText);

    /// <summary>138****1001, 023-****1234: enough to recognise, not enough to call.</summary>
    public string? Masked(string? sealedText) => Open(sealedText) is { } number ? Mask(number) : null;

    /// <summary>What rows that hold this number may have as digest; none when the text is no number.</summary>
    public IReadOnlyList<string> Digests(string text) => PhoneNumber.Normalise(text) is { } number ? sealer.Digests(Purpose, number) : [];

    /// <summary>Why a text typed into a form is no telephone number, in the words that a file's row is told; null when it is one, or several.</summary>
    public static string? ProblemOf(string? typed)
    {
        foreach (var part in ImportText.ToHalfWidth(typed ?? "").Split(['/', ';', '、', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (PhoneNumber.Normalise(part) is null) return ImportText.NoTelephone(part);
        return null;
    }

    public static string Mask(string number)
    {
        const string Hidden = "****";
        if (number.Length == 11 && number[0] == '1' && number.All(char.IsAsciiDigit)) return number[..3] + Hidden + number[^4..];
        var area = number.IndexOf('-', StringComparison.Ordinal) is > 1 and < 5 and var dash ? number[..(dash + 1)] : "";
        var rest = number[area.Length..];
        return area + Hidden + rest[^Math.Min(rest.Length / 2, 4)..];
    }

    /// <summary>In one written form where it is a number, so that it is found however it is typed.</summary>
    private static string Written(string number) => PhoneNumber.Normalise(number) ?? number.Trim();
}
