namespace LianMeng.Engine.Standards;

/// <summary>
/// Finds the one-edit repairs of a wrong unified social credit code. Every edit leaves about one candidate in 31 that fits the check
/// character by chance, so the others — organisation code, region, class — and the likeliness of the slip decide the order.
/// </summary>
internal static class UsccRepair
{
    private const int Most = 3;

    // costs: what breaks a second rule is less plausible than any slip of the hand
    private const int OrganisationCodeFails = 8;
    private const int RegionUnknown = 6;
    private const int KindUnlisted = 6;
    private const int NotAnEnterprise = 3;
    private const int SameLookEverywhere = 0;
    private const int SlipOfTheHand = 1;
    private const int CheckCharacterWrong = 2;
    private const int AnyOther = 3;

    /// <summary>Valid codes one edit away from the normalised text, most plausible first, at most three.</summary>
    public static IReadOnlyList<string> Suggest(string code)
    {
        if (code.Length is < Uscc.Length - 1 or > Uscc.Length + 1 || Uscc.ProblemOf(code) is null || Uscc.IsExcelNumber(code))
        {
            return [];
        }

        var costs = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (candidate, cost) in Edits(code))
        {
            if (Uscc.CheckFits(candidate) && Uscc.ProblemOf(candidate) is null)
            {
                var total = cost + Implausibility(candidate);
                costs[candidate] = Math.Min(total, costs.GetValueOrDefault(candidate, int.MaxValue));
            }
        }

        return [.. costs.OrderBy(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(Most).Select(c => c.Key)];
    }

    /// <summary>What a character is mistaken for by the eye or on the keyboard, likeliest first; empty when nothing in particular.</summary>
    public static string LookAlikes(char c) => c switch
    {
        'O' => "0DQ",
        'I' => "1LJ",
        'Z' => "27",
        'S' => "58",
        'V' => "UYW",
        '0' => "DQ8",
        '1' => "L7J",
        '2' => "7",
        '3' => "8",
        '5' => "68",
        '6' => "G85",
        '7' => "1T",
        '8' => "B3",
        '9' => "GQ",
        'A' => "4R",
        'B' => "8",
        'C' => "G",
        'D' => "0",
        'E' => "F",
        'F' => "E",
        'G' => "6C",
        'H' => "N",
        'J' => "1",
        'K' => "X",
        'L' => "1",
        'M' => "NH",
        'N' => "MH",
        'P' => "R",
        'Q' => "09",
        'R' => "P",
        'T' => "7",
        'U' => "W",
        'W' => "MU",
        'X' => "YK",
        'Y' => "X",
        _ => "",
    };

    private static IEnumerable<(string Candidate, int Cost)> Edits(string code) => code.Length switch
    {
        Uscc.Length - 1 => Insertions(code),
        Uscc.Length + 1 => Deletions(code),
        _ => LettersReplaced(code).Concat(Substitutions(code)).Concat(Transpositions(code)),
    };

    // who writes one O for 0 writes them all: counted as one slip
    private static IEnumerable<(string Candidate, int Cost)> LettersReplaced(string code) =>
        "UYW".Select(forV => (code.Replace('O', '0').Replace('I', '1').Replace('Z', '2').Replace('S', '5').Replace('V', forV), SameLookEverywhere));

    private static IEnumerable<(string Candidate, int Cost)> Substitutions(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            var alike = LookAlikes(code[i]);
            foreach (var c in Uscc.Alphabet)
            {
                var cost = alike.Contains(c) ? SlipOfTheHand : i == code.Length - 1 ? CheckCharacterWrong : AnyOther;
                yield return (string.Concat(code.AsSpan(0, i), [c], code.AsSpan(i + 1)), cost);
            }
        }
    }

    private static IEnumerable<(string Candidate, int Cost)> Transpositions(string code)
    {
        for (var i = 0; i + 1 < code.Length; i++)
        {
            yield return (string.Concat(code.AsSpan(0, i), [code[i + 1], code[i]], code.AsSpan(i + 2)), SlipOfTheHand);
        }
    }

    private static IEnumerable<(string Candidate, int Cost)> Deletions(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            var doubled = i > 0 && code[i] == code[i - 1];
            yield return (string.Concat(code.AsSpan(0, i), code.AsSpan(i + 1)), doubled ? SlipOfTheHand : AnyOther);
        }
    }

    private static IEnumerable<(string Candidate, int Cost)> Insertions(string code)
    {
        for (var i = 0; i <= code.Length; i++)
        {
            foreach (var c in Uscc.Alphabet)
            {
                var doubles = i > 0 && code[i - 1] == c;
                var cost = doubles ? SlipOfTheHand : i == code.Length ? CheckCharacterWrong : AnyOther;
                yield return (string.Concat(code.AsSpan(0, i), [c], code.AsSpan(i)), cost);
            }
        }
    }

    private static int Implausibility(string code)
    {
        var cost = OrganisationCode.CheckCharacter(code.AsSpan(8, 8)) == code[16] ? 0 : OrganisationCodeFails;
        cost += Region.Find(code[2..8]) is null && code[2..8] != Uscc.CentralRegion ? RegionUnknown : 0;
        cost += UsccRegistrar.KindName(code[0], code[1]) is null ? KindUnlisted : 0;
        return cost + (code.StartsWith("91", StringComparison.Ordinal) ? 0 : NotAnEnterprise);
    }
}
