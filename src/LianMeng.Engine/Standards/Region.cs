using System.Diagnostics.CodeAnalysis;

namespace LianMeng.Engine.Standards;

/// <summary>
/// Administrative division, GB/T 2260: every current province, prefecture and county (as of 2023-06-30) and the historic codes of Chongqing.
/// The instances come from one table read at first use, so they are equal exactly when they are the same object.
/// </summary>
public sealed class Region
{
    private static readonly Lazy<Dictionary<string, Region>> Table = new(Load);
    private static readonly Lazy<ILookup<string, Region>> ByName = new(() => Table.Value.Values.Where(r => !r.IsHistoric && !r.IsPlaceholder)
        .SelectMany(r => new[] { r.ShortName, r.Name, r.Name.Replace("省", "", StringComparison.Ordinal) }.Distinct().Select(name => (name, r)))
        .ToLookup(pair => pair.name, pair => pair.r, StringComparer.Ordinal));

    private readonly string successorCode;

    private Region(string code, string shortName, string successorCode)
    {
        Code = code;
        ShortName = shortName;
        this.successorCode = successorCode;
    }

    /// <summary>Six digits, e.g. 500107.</summary>
    public string Code { get; }

    /// <summary>The division's own name: 九龙坡区.</summary>
    public string ShortName { get; }

    /// <summary>The full name: 重庆市九龙坡区, 四川省成都市武侯区.</summary>
    public string Name
    {
        get
        {
            if (Level == RegionLevel.Province)
            {
                return ShortName;
            }

            var city = Level == RegionLevel.County ? Find(Code[..4] + "00") : null;
            // placeholders such as 市辖区 are rows of the code table, nobody says them; 嘉峪关市 is its own only county
            var cityName = city is null || city.IsPlaceholder || city.ShortName == ShortName ? "" : city.ShortName;
            return Province.ShortName + cityName + ShortName;
        }
    }

    /// <summary>Province, prefecture or county.</summary>
    public RegionLevel Level =>
        Code.EndsWith("0000", StringComparison.Ordinal) ? RegionLevel.Province
        : Code.EndsWith("00", StringComparison.Ordinal) ? RegionLevel.Prefecture
        : RegionLevel.County;

    /// <summary>True for a code that was abolished: 500224 铜梁县.</summary>
    public bool IsHistoric => successorCode.Length > 0;

    /// <summary>The division that stands in its place today; itself when the code is current.</summary>
    public Region Current => IsHistoric ? Table.Value[successorCode] : this;

    /// <summary>The province it lies in; itself for a province.</summary>
    public Region Province => Table.Value[Code[..2] + "0000"];

    private bool IsMunicipality => Code[..2] is "11" or "12" or "31" or "50";

    private bool IsPlaceholder => ShortName is "市辖区" or "县" || ShortName.Contains("直辖县级", StringComparison.Ordinal);

    /// <summary>
    /// Reads a region field: 6 digits, a 2- or 4-digit prefix, or a longer statistical code that ends in zeros.
    /// Historic codes are valid. On failure <paramref name="problem"/> says in Chinese what is wrong.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Region? region, [NotNullWhen(false)] out string? problem)
    {
        var code = CodeText.Normalise(text);
        region = null;
        problem = ShapeProblem(ref code);
        if (problem is not null)
        {
            return false;
        }

        region = Find(code);
        problem = region is null ? UnknownProblem(code) : null;
        return region is not null;
    }

    /// <summary>
    /// Reads a region as people write it: a code as <see cref="TryParse"/> does, or a name (九龙坡区, 重庆市九龙坡区). A name that
    /// several divisions share is refused with their full names.
    /// </summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out Region? region, [NotNullWhen(false)] out string? problem)
    {
        var name = new string([.. (text ?? "").Where(c => !char.IsWhiteSpace(c))]);
        if (!name.Any(c => c is >= '\u4E00' and <= '\u9FFF')) return TryParse(text, out region, out problem);

        var named = ByName.Value[name].Distinct().ToList();
        region = named.Count == 1 ? named[0] : null;
        problem = named.Count switch
        {
            1 => null,
            0 => $"没有叫“{CodeText.Clip(name)}”的行政区划，请写全称（例如 重庆市九龙坡区）或 6 位代码",
            _ => $"叫“{name}”的不止一处（{string.Join("、", named.Take(5).Select(r => r.Name))}{(named.Count > 5 ? " 等" : "")}），请写全称或 6 位代码",
        };
        return region is not null;
    }

    /// <summary>The region with exactly this 6-digit code, current or historic; null when unknown.</summary>
    public static Region? Find(string code) => Table.Value.GetValueOrDefault(code);

    /// <summary>Every region, current and historic.</summary>
    public static IReadOnlyCollection<Region> All => Table.Value.Values;

    /// <summary>
    /// The simple distance between two places, on today's divisions. Where a code is too coarse to tell, the nearest that is certain.
    /// </summary>
    public static Proximity DistanceClass(Region a, Region b)
    {
        var (first, second) = (a.Current, b.Current);
        if (first.Province != second.Province)
        {
            return Proximity.Elsewhere;
        }

        if (first == second && first.Level == RegionLevel.County)
        {
            return Proximity.SameCounty;
        }

        // counties directly under a province share a placeholder "city" but no city
        return first.IsMunicipality || (first.City is { } city && city == second.City)
            ? Proximity.SameCity
            : Proximity.SameProvince;
    }

    /// <summary>Code and full name: 500107 重庆市九龙坡区.</summary>
    public override string ToString() => $"{Code} {Name}";

    private Region? City => Level == RegionLevel.Province || Find(Code[..4] + "00") is not { IsPlaceholder: false } city ? null : city;

    private static string? ShapeProblem(ref string code)
    {
        if (code.Length == 0)
        {
            return "行政区划代码为空";
        }

        var wrong = code.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (wrong >= 0)
        {
            return $"行政区划代码第 {wrong + 1} 位是“{CodeText.CharacterAt(code, wrong)}”，应为数字";
        }

        if (code.Length is 2 or 4)
        {
            code = code.PadRight(6, '0');
        }
        else if (code.Length is 9 or 12 && code.AsSpan(6).Trim('0').IsEmpty)
        {
            code = code[..6];
        }

        return code.Length == 6 ? null : $"行政区划代码应为 6 位数字，现为 {code.Length} 位";
    }

    private static string UnknownProblem(string code)
    {
        var province = Find(code[..2] + "0000");
        if (province is null)
        {
            return $"第 1–2 位“{code[..2]}”不是省级行政区划代码";
        }

        return $"{province.ShortName}没有代码为 {code} 的行政区划（GB/T 2260，截至 2023-06-30，含部分历史代码）";
    }

    private static Dictionary<string, Region> Load()
    {
        var table = new Dictionary<string, Region>(3400, StringComparer.Ordinal);
        foreach (var row in TsvResource.Read(typeof(Region).Assembly, "gbt2260.tsv"))
        {
            table.Add(row[0], new Region(row[0], row[1], row.Length > 2 ? row[2] : ""));
        }

        return table;
    }
}
