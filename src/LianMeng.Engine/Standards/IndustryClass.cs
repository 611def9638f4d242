using System.Diagnostics.CodeAnalysis;

namespace LianMeng.Engine.Standards;

/// <summary>
/// Class of the national economy 国民经济行业分类, GB/T 4754-2017 with amendment 1 (2019), at any of its four levels.
/// The instances come from one table read at first use, so they are equal exactly when they are the same object.
/// </summary>
public sealed class IndustryClass
{
    /// <summary>The edition of every code here; store it beside the code.</summary>
    public const string Edition = "GB/T 4754-2017";

    private static readonly Lazy<Dictionary<string, IndustryClass>> Table = new(Load);

    // group 326 of the 2011 edition became 325 in 2017 with the same last digits
    private static readonly Dictionary<string, (string Name, string Now)> Edition2011 = new(StringComparer.Ordinal)
    {
        ["3261"] = ("铜压延加工", "3251"),
        ["3262"] = ("铝压延加工", "3252"),
        ["3263"] = ("贵金属压延加工", "3253"),
        ["3264"] = ("稀有稀土金属压延加工", "3254"),
        ["3269"] = ("其他有色金属压延加工", "3259"),
    };

    private IndustryClass(string code, string name, char section)
    {
        Code = code;
        Name = name;
        Section = section;
    }

    /// <summary>"C" for a section, else the digits without the letter: "32", "325", "3252".</summary>
    public string Code { get; }

    /// <summary>铝压延加工</summary>
    public string Name { get; }

    /// <summary>The section's letter, A–T, derived from the digits.</summary>
    public char Section { get; }

    /// <summary>The section's name: 制造业.</summary>
    public string SectionName => Table.Value[Section.ToString()].Name;

    /// <summary>The code with its section letter: C3252; for a section the letter.</summary>
    public string FullCode => Level == IndustryLevel.Section ? Code : Section + Code;

    /// <summary>Section, division, group or class.</summary>
    public IndustryLevel Level => char.IsAsciiLetter(Code[0]) ? IndustryLevel.Section : (IndustryLevel)Code.Length;

    /// <summary>The next wider class; null for a section.</summary>
    public IndustryClass? Parent => Level switch
    {
        IndustryLevel.Section => null,
        IndustryLevel.Division => Table.Value[Section.ToString()],
        _ => Table.Value[Code[..^1]],
    };

    /// <summary>Every class of every level.</summary>
    public static IReadOnlyCollection<IndustryClass> All => Table.Value.Values;

    /// <summary>
    /// Reads "3252", "C3252", "32", "C", also followed by exactly the class's name.
    /// On failure <paramref name="problem"/> says in Chinese what is wrong and, where it is certain, what was meant.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out IndustryClass? industry, [NotNullWhen(false)] out string? problem)
    {
        var normal = CodeText.Normalise(text);
        var letter = normal.Length > 0 && char.IsAsciiLetterUpper(normal[0]) ? normal[..1] : "";
        var digits = LeadingDigits(normal.AsSpan(letter.Length));
        var rest = normal[(letter.Length + digits.Length)..];

        industry = Find(digits.Length > 0 ? digits : letter);
        problem = industry is null ? UnknownProblem(normal, letter, digits) : MismatchProblem(industry, letter, rest);
        industry = problem is null ? industry : null;
        return problem is null;
    }

    /// <summary>The class with exactly this code without section letter ("3252", "32", "C"); null when unknown.</summary>
    public static IndustryClass? Find(string code) => Table.Value.GetValueOrDefault(code);

    /// <summary>True when this is the other class or lies within it.</summary>
    public bool IsWithin(IndustryClass other) =>
        other.Level == IndustryLevel.Section ? Section == other.Section : Code.StartsWith(other.Code, StringComparison.Ordinal);

    /// <summary>Code and name: C3252 铝压延加工.</summary>
    public override string ToString() => $"{FullCode} {Name}";

    private static string LeadingDigits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return (end < 0 ? text : text[..end]).ToString();
    }

    private static string? MismatchProblem(IndustryClass industry, string letter, string rest)
    {
        if (letter.Length > 0 && letter[0] != industry.Section)
        {
            return $"{industry.Code} {industry.Name}属于门类 {industry.Section}（{industry.SectionName}），不是 {letter}：应写 {industry.FullCode}";
        }

        return rest.Length == 0 || rest == CodeText.Normalise(industry.Name)
            ? null
            : $"代码 {industry.Code} 是“{industry.Name}”，与后面的“{CodeText.Clip(rest)}”不符：只填代码";
    }

    private static string UnknownProblem(string normal, string letter, string digits)
    {
        if (normal.Length == 0)
        {
            return "行业代码为空";
        }

        if (digits.Length == 0)
        {
            return letter.Length == 1 && normal.Length == 1
                ? $"门类字母应为 A–T，现为 {letter}"
                : $"“{CodeText.Clip(normal)}”不是行业代码：应为 2–4 位数字（可带门类字母）或 1 个门类字母";
        }

        if (digits.Length is 1 or > 4)
        {
            return $"行业代码的数字应为 2–4 位，现为 {digits.Length} 位";
        }

        return $"{Edition} 中没有代码 {digits}{Hint(digits)}";
    }

    private static string Hint(string digits)
    {
        if (Edition2011.TryGetValue(digits, out var old))
        {
            return $"：2011 版的 {digits} {old.Name} 在 2017 版中为 {old.Now}";
        }

        // Excel drops the leading zero of 0710
        if (digits.Length < 4 && Find("0" + digits) is { } zero)
        {
            return $"：是否为 {zero.Code} {zero.Name}（开头的 0 可能被 Excel 去掉）";
        }

        var trimmed = digits.TrimEnd('0');
        return trimmed.Length is 2 or 3 && Find(trimmed) is { } wider ? $"：若指 {wider.Name}，请写 {wider.Code}" : "";
    }

    private static Dictionary<string, IndustryClass> Load()
    {
        var table = new Dictionary<string, IndustryClass>(2000, StringComparer.Ordinal);
        var section = '?';
        foreach (var row in TsvResource.Read(typeof(IndustryClass).Assembly, "gbt4754-2017.tsv"))
        {
            // the table stands in the order of the standard: what follows a letter belongs to it
            section = char.IsAsciiLetter(row[0][0]) ? row[0][0] : section;
            table.Add(row[0], new IndustryClass(row[0], row[1], section));
        }

        return table;
    }
}
