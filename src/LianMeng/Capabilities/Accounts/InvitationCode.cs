using System.Security.Cryptography;
using System.Text;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// 邀请码: the secret of an invitation, in a link or read aloud. 136 random bits in base 32, so a plain hash is enough to keep.
/// </summary>
public static class InvitationCode
{
    /// <summary>Characters without the dashes.</summary>
    public const int Length = 28;

    /// <summary>Characters that people may type: the whole link, too.</summary>
    public const int TypedLimit = 300;

    private const string Parameter = "code=";

    /// <returns>upper case, without dashes</returns>
    public static string Make() => Base32.Encode(RandomNumberGenerator.GetBytes(Length * 5 / 8));

    /// <summary>In groups, for reading aloud: <c>ABCD-EFGH-…</c>.</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(c => new string(c)));

    /// <summary>
    /// As people type it: with dashes, spaces, small letters, full-width characters; 0, 1 and 8, which no code has, are the letters
    /// they were taken for; of a link what follows <c>code=</c>.
    /// </summary>
    public static string Plain(string? typed)
    {
        if (typed is null) return "";
        if (typed.IndexOf(Parameter, StringComparison.OrdinalIgnoreCase) is >= 0 and var at) typed = typed[(at + Parameter.Length)..].Split('&', '#')[0];
        return new([.. typed.Select(c => c is > '\uFF00' and < '\uFF5F' ? (char)(c - 0xFEE0) : c).Where(char.IsAsciiLetterOrDigit).Select(Letter)]);
    }

    /// <summary>SHA-256 of a code as somebody typed it, in hex: what is kept of it.</summary>
    public static string DigestOf(string? typed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(typed))));

    private static char Letter(char c) => char.ToUpperInvariant(c) switch { '0' => 'O', '1' => 'I', '8' => 'B', var letter => letter };
}
