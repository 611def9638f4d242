using System.Buffers;
using System.Text.RegularExpressions;

namespace LianMeng.Engine.Standards;

/// <summary>
/// Unified social credit code 统一社会信用代码, GB 32100-2015: 18 characters — registrar, class, region (6), organisation code (9), check.
/// </summary>
public readonly partial record struct Uscc
{
    /// <summary>The 31 characters of the code in the order of their values; I, O, S, V and Z are not among them.</summary>
    internal const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    internal const int Length = 18;

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    // by character; a table because repairs try some 600 candidates for one wrong code
    private static readonly int[] ValueOf = [.. Enumerable.Range(0, 'Y' + 1).Select(c => Alphabet.IndexOf((char)c))];

    // 9.1500107123456701E+17 has 22 characters; a megabyte of digits is no number from Excel
    private const int LongestNumber = 30;

    /// <summary>The region of codes given by the central registrar.</summary>
    internal const string CentralRegion = "100000";

    // 3^(i−1) mod 31; 31 is prime and no weight is 0, so every single wrong character is found
    private static ReadOnlySpan<int> Weights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    private readonly string? value;

    private Uscc(string value) => this.value = value;

    /// <summary>The 18 characters; empty for the default value.</summary>
    public string Value => value ?? "";

    /// <summary>Positions 3–8: where it was registered, any GB/T 2260 code that ever was; 100000 is the central registrar.</summary>
    public string RegionCode => Value.Length == Length ? Value[2..8] : "";

    /// <summary>Positions 9–17, the organisation code of GB 11714.</summary>
    public string OrganisationCode => Value.Length == Length ? Value[8..17] : "";

    /// <summary>What is odd about a valid code, in Chinese; null when nothing is. Never a reason to refuse: such codes are in use.</summary>
    public string? Warning
    {
        get
        {
            var warnings = Value.Length == Length ? Oddities(Value) : [];
            return warnings.Count == 0 ? null : string.Join("；", warnings);
        }
    }

    /// <summary>
    /// Reads a code: full-width, lower case, spaces and hyphens are understood, nothing else is repaired.
    /// On failure <paramref name="problem"/> names in Chinese the character or rule that is wrong; positions count from 1 without spaces.
    /// </summary>
    public static bool TryParse(string? text, out Uscc value, out string? problem)
    {
        var code = CodeText.Normalise(text);
        problem = ProblemOf(code);
        value = problem is null ? new Uscc(code) : default;
        return problem is null;
    }

    /// <summary>
    /// Repairs of one edit that would make the code valid, most plausible first, at most three; empty when it is valid already.
    /// For a person to choose from: never applied silently.
    /// </summary>
    public static IReadOnlyList<string> Suggest(string? text) => UsccRepair.Suggest(CodeText.Normalise(text));

    /// <summary>Composes a code from its parts and computes both check characters; throws ArgumentException, in Chinese, when a part is not valid.</summary>
    /// <param name="registrar">登记管理部门, 9 for enterprises</param>
    /// <param name="kind">机构类别, 1 for enterprises</param>
    /// <param name="region">six digits of GB/T 2260</param>
    /// <param name="organisationBody">the first eight characters of the organisation code</param>
    public static Uscc Create(char registrar, char kind, string region, string organisationBody)
    {
        ArgumentNullException.ThrowIfNull(region);
        ArgumentNullException.ThrowIfNull(organisationBody);
        var body = $"{registrar}{kind}{region}{organisationBody}";
        if (region.Length != 6 || organisationBody.Length != 8 || body.AsSpan().ContainsAnyExcept(Letters))
        {
            throw new ArgumentException($"“{body}”不能组成统一社会信用代码", nameof(organisationBody));
        }

        body += Standards.OrganisationCode.CheckCharacter(organisationBody);
        return TryParse(body + CheckCharacter(body), out var code, out var problem)
            ? code
            : throw new ArgumentException(problem, nameof(region));
    }

    /// <summary>What the parts of the code say, in Chinese: 市场监管（工商）· 企业 · 重庆市九龙坡区 · 组织机构代码 MA5A44H2-2.</summary>
    public string Explain()
    {
        if (Value.Length != Length)
        {
            return "";
        }

        var kind = UsccRegistrar.KindName(Value[0], Value[1]) ?? $"类别 {Value[1]}";
        return $"{UsccRegistrar.Name(Value[0])} · {kind} · {RegionName(RegionCode)} · 组织机构代码 {OrganisationCode[..8]}-{OrganisationCode[8]}";
    }

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;

    /// <summary>True when the 18 normalised characters satisfy the check character alone; cheap, for trying many candidates.</summary>
    internal static bool CheckFits(ReadOnlySpan<char> code) =>
        code.Length == Length && !code.ContainsAnyExcept(Letters) && CheckCharacter(code[..17]) == code[17];

    /// <summary>The check character of 17 characters of the alphabet.</summary>
    internal static char CheckCharacter(ReadOnlySpan<char> body)
    {
        var sum = 0;
        var weights = Weights;
        for (var i = 0; i < body.Length; i++)
        {
            sum += ValueOf[body[i]] * weights[i];
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }

    /// <summary>True for a number that went through Excel: 9.15E+17, or 18 digits of which Excel kept 15.</summary>
    internal static bool IsExcelNumber(string code) => code.Length <= LongestNumber && (Scientific().IsMatch(code) || Rounded().IsMatch(code));

    /// <summary>What is wrong with the normalised code; null when it is valid.</summary>
    internal static string? ProblemOf(string code)
    {
        if (code.Length == 0)
        {
            return "统一社会信用代码为空";
        }

        if (CheckFits(code))
        {
            return StructureProblem(code);
        }

        if (IsExcelNumber(code))
        {
            return $"“{code}”：Excel 把代码当成数字，只保留了前 15 位有效数字，其余数位已经丢失，无法还原；请把该列设为文本后重新填写完整的 18 位代码";
        }

        if (code.Length != Length)
        {
            return LengthProblem(code);
        }

        return LetterProblem(code) ?? StructureProblem(code) ?? $"第 18 位校验码应为 {CheckCharacter(code.AsSpan(0, 17))}，现为 {code[17]}（也可能是前面某一位有误）";
    }

    private static string LengthProblem(string code)
    {
        var hint = code.Length switch
        {
            9 when Standards.OrganisationCode.TryParse(code, out _, out _) => "，像是组织机构代码，请填写完整的统一社会信用代码",
            15 when CodeText.IsDigits(code) => "，像是旧的工商注册号，请填写营业执照上的统一社会信用代码",
            _ => "",
        };
        return $"统一社会信用代码应为 18 位，现为 {code.Length} 位{hint}";
    }

    private static string? LetterProblem(string code)
    {
        var at = code.AsSpan().IndexOfAnyExcept(Letters);
        if (at < 0)
        {
            return null;
        }

        var c = code[at];
        if (!char.IsAsciiLetterUpper(c))
        {
            return $"第 {at + 1} 位是“{CodeText.CharacterAt(code, at)}”，代码只用数字和大写字母";
        }

        var likely = UsccRepair.LookAlikes(c);
        return $"第 {at + 1} 位是 {c}，代码中不用字母 {c}" + (char.IsAsciiDigit(likely[0]) ? $"（是否为数字 {likely[0]}？）" : "");
    }

    private static string? StructureProblem(string code)
    {
        if (UsccRegistrar.Name(code[0]) is null)
        {
            return $"第 1 位登记管理部门代码不能是 {code[0]}（企业为 9）";
        }

        if (code[1] is < '1' or > '9')
        {
            return $"第 2 位机构类别代码不能是 {code[1]}（企业为 1）";
        }

        var letter = code.AsSpan(2, 6).IndexOfAnyExceptInRange('0', '9');
        if (letter >= 0)
        {
            return $"第 {letter + 3} 位是 {code[letter + 2]}，第 3–8 位是行政区划代码，只能是数字";
        }

        var region = code[2..8];
        return region == CentralRegion || Region.Find(region[..2] + "0000") is not null
            ? null
            : $"第 3–8 位 {region} 不是行政区划代码：没有代码为 {region[..2]} 的省级行政区";
    }

    private static List<string> Oddities(string code)
    {
        var warnings = new List<string>();
        if (UsccRegistrar.KindName(code[0], code[1]) is null)
        {
            warnings.Add($"第 2 位机构类别 {code[1]} 不在 GB 32100-2015 所列类别中");
        }

        var region = code[2..8];
        if (region != CentralRegion && Region.Find(region) is null)
        {
            warnings.Add($"第 3–8 位 {region} 不在现行和已收录的历史行政区划代码中");
        }

        var expected = Standards.OrganisationCode.CheckCharacter(code.AsSpan(8, 8));
        if (code[16] != expected)
        {
            warnings.Add($"第 17 位（组织机构代码校验码）按 GB 11714 应为 {expected}，现为 {code[16]}"
                + (Rounded().IsMatch(code) ? "；末三位都是 0，请核对是否被 Excel 改动" : ""));
        }

        return warnings;
    }

    private static string RegionName(string code) =>
        code == CentralRegion ? "国家登记机关" : Region.Find(code)?.Name ?? $"行政区划 {code}";

    [GeneratedRegex(@"^[0-9](\.[0-9]+)?E\+?[0-9]{1,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"^[0-9]{15}000(\.0+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Rounded();
}
