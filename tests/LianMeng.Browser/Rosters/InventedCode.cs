namespace LianMeng.Browser.Rosters;

/// <summary>Unified social credit codes of firms that do not exist, without the product's own code: a mistake there must not cancel out here.</summary>
internal static class InventedCode
{
    /// <summary>
    /// Appends the two check characters: the 17th after GB 11714 over characters 9 to 16, the 18th after GB 32100-2015 over all
    /// 17, whose weights are the powers of 3 modulo 31.
    /// </summary>
    public static string Of(string first16)
    {
        const string ofCode = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int[] weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var body = first16[8..].Select((c, i) => weights[i] * (char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10)).Sum();
        var first17 = first16 + "0123456789X0"[11 - (body % 11)];
        var (sum, weight) = (0, 1);
        foreach (var character in first17)
        {
            sum += ofCode.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return first17 + ofCode[(31 - (sum % 31)) % 31];
    }
}
