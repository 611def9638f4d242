namespace LianMeng.Engine.Standards;

/// <summary>
/// Organisation code 组织机构代码, GB 11714-1997: eight characters 0–9 A–Z and a check character.
/// Since 2015 it lives on as positions 9–17 of the unified social credit code.
/// </summary>
public readonly record struct OrganisationCode
{
    private static ReadOnlySpan<int> Weights => [3, 7, 9, 10, 5, 8, 4, 2];

    private readonly string? value;

    private OrganisationCode(string value) => this.value = value;

    /// <summary>Nine characters without the hyphen; empty for the default value.</summary>
    public string Value => value ?? "";

    /// <summary>Accepts "60003734-1", full-width, lower case and spaces. On failure <paramref name="problem"/> says in Chinese what is wrong.</summary>
    public static bool TryParse(string? text, out OrganisationCode code, out string? problem)
    {
        var normal = CodeText.Normalise(text);
        problem = ProblemOf(normal);
        code = problem is null ? new OrganisationCode(normal) : default;
        return problem is null;
    }

    /// <summary>The check character for the first eight: '0'–'9' or 'X'. Throws when the body is not eight characters of 0–9 A–Z.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> body)
    {
        if (body.Length != 8)
        {
            throw new ArgumentException("本体代码应为 8 位", nameof(body));
        }

        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            sum += ValueOf(body[i]) * Weights[i];
        }

        return (11 - (sum % 11)) switch
        {
            10 => 'X',
            11 => '0',
            var digit => (char)('0' + digit),
        };
    }

    /// <summary>The usual written form, 60003734-1.</summary>
    public override string ToString() => Value.Length == 9 ? $"{Value[..8]}-{Value[8]}" : "";

    private static string? ProblemOf(string code)
    {
        if (code.Length == 0)
        {
            return "组织机构代码为空";
        }

        if (code.Length != 9)
        {
            return $"组织机构代码应为 9 位，现为 {code.Length} 位";
        }

        var wrong = code.AsSpan().IndexOfAnyExcept("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        if (wrong >= 0)
        {
            return $"第 {wrong + 1} 位是“{CodeText.CharacterAt(code, wrong)}”，组织机构代码只用数字和大写字母";
        }

        var expected = CheckCharacter(code.AsSpan(0, 8));
        return code[8] == expected ? null : $"第 9 位校验码应为 {expected}，现为 {code[8]}";
    }

    private static int ValueOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'Z' => c - 'A' + 10,
        _ => throw new ArgumentException($"“{c}”不是组织机构代码的字符", nameof(c)),
    };
}
