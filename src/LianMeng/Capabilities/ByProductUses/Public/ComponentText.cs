using System.Globalization;
using System.Text.RegularExpressions;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.ByProductUses.Public;

/// <summary>
/// Components and their shares as people write them: "Al≥90%，Fe≤0.8%", "含铝 40%–60%、NaCl 10%", "F 不超过 2". Parts are separated by commas or semicolons; a part is a component and a number, a range or a bound. Shares are % of mass;
/// ‰ and ppm are converted. Elements in Chinese are their symbols (铝 is Al), so that what is measured meets what is demanded.
/// </summary>
public static partial class ComponentText
{
    private const int MostParts = 30, LongestName = 20;

    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["铝"] = "Al", ["铁"] = "Fe", ["硅"] = "Si", ["铜"] = "Cu", ["锌"] = "Zn", ["镁"] = "Mg", ["锰"] = "Mn", ["铬"] = "Cr", ["镍"] = "Ni", ["钛"] = "Ti", ["铅"] = "Pb", ["锡"] = "Sn", ["氟"] = "F", ["氯"] = "Cl", ["钠"] = "Na",
        ["钾"] = "K", ["钙"] = "Ca", ["氮"] = "N", ["碳"] = "C", ["硫"] = "S", ["磷"] = "P", ["锂"] = "Li", ["钴"] = "Co", ["镉"] = "Cd", ["砷"] = "As", ["汞"] = "Hg", ["金属铝"] = "Al", ["氯化钠"] = "NaCl", ["氯化钾"] = "KCl",
        ["氧化铝"] = "Al2O3", ["氧化硅"] = "SiO2", ["二氧化硅"] = "SiO2", ["氮化铝"] = "AlN", ["含水率"] = "水分", ["水"] = "水分", ["盐分"] = "盐", ["含油率"] = "油", ["油分"] = "油",
    };

    private static readonly Dictionary<string, string> Spelled = Symbols.Values.Where(s => s.All(char.IsAsciiLetterOrDigit)).Distinct(StringComparer.Ordinal).ToDictionary(s => s, StringComparer.OrdinalIgnoreCase);

    /// <summary>What a receiver demands: each component at least, at most or both. Empty text demands nothing.</summary>
    /// <param name="problem">In Chinese, naming the part that cannot be read; empty on success.</param>
    public static bool TryParseLimits(string? text, out IReadOnlyList<ComponentLimit> limits, out string problem)
    {
        var found = new Dictionary<string, ComponentLimit>(StringComparer.Ordinal);
        limits = [];
        if (!TryRead(text, out var parts, out problem)) return false;
        foreach (var (name, least, most) in parts)
        {
            if (least == most)
            {
                problem = $"“{name} {Number(least!.Value)}%”没有写是至少还是至多；请写成 {name}≥{Number(least.Value)}% 或 {name}≤{Number(least.Value)}%。";
                return false;
            }

            var before = found.GetValueOrDefault(name);
            if ((before?.Least is not null && least is not null) || (before?.Most is not null && most is not null))
            {
                problem = $"“{name}”写了两次，请只留一个要求。";
                return false;
            }

            var limit = new ComponentLimit(name, least ?? before?.Least, most ?? before?.Most);
            if (limit.Least > limit.Most)
            {
                problem = $"“{name}”的下限 {Number(limit.Least.Value)}% 高于上限 {Number(limit.Most!.Value)}%，没有东西符合。";
                return false;
            }

            found[name] = limit;
        }

        limits = [.. found.Values];
        return true;
    }

    /// <summary>What was measured of a by-product: component → %. Of a range the middle, of a bound the bound itself. Empty text: nothing was measured.</summary>
    /// <param name="problem">In Chinese, naming the part that cannot be read; empty on success.</param>
    public static bool TryParseComposition(string? text, out IReadOnlyDictionary<string, decimal> composition, out string problem)
    {
        var found = new Dictionary<string, decimal>(StringComparer.Ordinal);
        composition = new Dictionary<string, decimal>(StringComparer.Ordinal);
        if (!TryRead(text, out var parts, out problem)) return false;
        foreach (var (name, least, most) in parts)
        {
            if (found.TryAdd(name, least is { } low && most is { } high ? (low + high) / 2 : (least ?? most)!.Value)) continue;
            problem = $"“{name}”写了两次，请只留一个。";
            return false;
        }

        composition = found;
        return true;
    }

    /// <summary>In the one spelling that is shown back: Al≥90%，Fe≤0.8%.</summary>
    public static string Words(IReadOnlyList<ComponentLimit> limits) => string.Join('，', limits.Select(l => (l.Least, l.Most) switch
    {
        ({ } least, { } most) => $"{l.Component} {Number(least)}%–{Number(most)}%",
        ({ } least, null) => $"{l.Component}≥{Number(least)}%",
        (_, { } most) => $"{l.Component}≤{Number(most)}%",
        _ => l.Component,
    }));

    private static bool TryRead(string? text, out List<(string Name, decimal? Least, decimal? Most)> parts, out string problem)
    {
        (parts, problem) = ([], "");
        foreach (var part in ImportText.ToHalfWidth(text ?? "").Split([',', '，', ';', '；', '、', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (parts.Count == MostParts)
            {
                problem = $"最多写 {MostParts} 种成分。";
                return false;
            }

            if (Part().Match(part.Replace(" ", "", StringComparison.Ordinal)) is not { Success: true } match || NameOf(match.Groups["name"].Value) is not { Length: > 0 and <= LongestName } name)
            {
                problem = $"看不懂“{ImportText.Shorten(part, 30)}”；请写成分和百分比，用逗号隔开，例如 Al≥90%，Fe≤0.8%。";
                return false;
            }

            // the unit stands behind the last number of a range: 40–60%
            var unit = match.Groups["unit2"] is { Success: true, Length: > 0 } last ? last.Value : match.Groups["unit"].Value;
            if (!TryShare(match.Groups["one"].Value, unit, out var one) || (match.Groups["two"].Success & !TryShare(match.Groups["two"].Value, unit, out var two)))
            {
                problem = $"“{ImportText.Shorten(part, 30)}”不是 0–100% 之间的数。";
                return false;
            }

            if (match.Groups["two"].Success && one > two)
            {
                problem = $"“{ImportText.Shorten(part, 30)}”的下限高于上限。";
                return false;
            }

            parts.Add(match.Groups["two"].Success ? (name, one, two) : match.Groups["op"].Value switch
            {
                "≥" or ">" or ">=" or "=>" or "⩾" or "不低于" or "不少于" or "不小于" or "大于" or "高于" or "至少" => (name, one, null),
                "≤" or "<" or "<=" or "=<" or "⩽" or "不高于" or "不超过" or "不大于" or "小于" or "低于" or "至多" => (name, null, one),
                _ => (name, one, one),
            });
        }

        return true;
    }

    private static string NameOf(string text)
    {
        var name = text.StartsWith('含') && text.Length > 1 && !Symbols.ContainsKey(text) ? text[1..] : text;
        if (name.Length > 2 && name.EndsWith("含量", StringComparison.Ordinal)) name = name[..^2];
        return Symbols.GetValueOrDefault(name) ?? Spelled.GetValueOrDefault(name) ?? name;
    }

    private static bool TryShare(string text, string unit, out decimal share)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out share)) return false;
        share = unit.ToLowerInvariant() switch { "‰" => share / 10, "ppm" => share / 10_000, _ => share };
        return share <= 100;
    }

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<name>[\p{L}][\p{L}0-9()]*?)[:：]?(?<op>≥|≤|⩾|⩽|>=|<=|=>|=<|>|<|=|约|不低于|不少于|不小于|不高于|不超过|不大于|大于|高于|小于|低于|至少|至多)?(?<one>\d{1,9}(\.\d{1,6})?)(?<unit>%|‰|[pP][pP][mM])?([-–—~～至到](?<two>\d{1,9}(\.\d{1,6})?)(?<unit2>%|‰|[pP][pP][mM])?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Part();
}
