namespace LianMeng.Shared.Imports;

/// <summary>Units that rosters mix. A family has one base; factors are exact. What stands behind a slash (元/吨, 吨/月) is not converted.</summary>
internal static class Units
{
    static readonly Dictionary<string, (string Family, decimal Factor)> Known = new(StringComparer.Ordinal)
    {
        ["元"] = ("元", 1m),
        ["千元"] = ("元", 1_000m),
        ["万元"] = ("元", 10_000m),
        ["百万元"] = ("元", 1_000_000m),
        ["千万元"] = ("元", 10_000_000m),
        ["亿元"] = ("元", 100_000_000m),
        ["人"] = ("人", 1m),
        ["名"] = ("人", 1m),
        ["千人"] = ("人", 1_000m),
        ["万人"] = ("人", 10_000m),
        ["吨"] = ("吨", 1m),
        ["千吨"] = ("吨", 1_000m),
        ["万吨"] = ("吨", 10_000m),
        ["公斤"] = ("吨", 0.001m),
        ["千克"] = ("吨", 0.001m),
        ["家"] = ("家", 1m),
        ["个"] = ("个", 1m),
        ["件"] = ("件", 1m),
        ["万件"] = ("件", 10_000m),
        ["台"] = ("台", 1m),
        ["套"] = ("套", 1m),
        ["辆"] = ("辆", 1m),
        ["平方米"] = ("平方米", 1m),
        ["亩"] = ("亩", 1m),
    };

    static readonly Dictionary<string, decimal> Multipliers = new(StringComparer.Ordinal)
    {
        ["千"] = 1_000m, ["万"] = 10_000m, ["百万"] = 1_000_000m, ["千万"] = 10_000_000m, ["亿"] = 100_000_000m,
    };

    public static bool IsKnown(string unit) => Known.ContainsKey(Whole(unit));

    public static bool IsMoney(string unit) => Known.TryGetValue(Whole(unit), out var known) && known.Family == "元";

    /// <summary>The longest unit a header ends in: 营业收入万元 → 万元.</summary>
    public static string? AtEndOf(string header) =>
        Known.Keys.Where(unit => unit.Length > 1 && header.Length > unit.Length && header.EndsWith(unit, StringComparison.Ordinal)).MaxBy(unit => unit.Length);

    /// <summary>What a value in <paramref name="from"/> is multiplied by to be in <paramref name="to"/>; null if they have nothing in common.</summary>
    public static decimal? Factor(string from, string to) =>
        Known.TryGetValue(Whole(from), out var source) && Known.TryGetValue(Whole(to), out var target) && source.Family == target.Family
            ? source.Factor / target.Factor
            : null;

    /// <summary>As <see cref="Factor"/>, for what stands behind a number in a cell: also 万 and 亿 alone, which mean units of the column's family.</summary>
    public static decimal? CellFactor(string suffix, string? columnUnit)
    {
        if (columnUnit is not null && Factor(suffix, columnUnit) is { } factor)
            return factor;
        if (!Multipliers.TryGetValue(suffix, out var multiplier))
            return null;
        return columnUnit is not null && Known.TryGetValue(Whole(columnUnit), out var unit) ? multiplier / unit.Factor : multiplier;
    }

    /// <summary>万元 of 万元/吨.</summary>
    private static string Whole(string unit) => unit.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? unit[..slash] : unit;
}
