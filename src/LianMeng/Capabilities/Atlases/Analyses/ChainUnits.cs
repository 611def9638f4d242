using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>Units as firms and sources write them, converted into the unit of a product; what cannot be converted is said so and never guessed.</summary>
internal static class ChainUnits
{
    /// <summary>What stands in cited coefficients, in the words of the registers.</summary>
    private static readonly Dictionary<string, (string Base, decimal Factor)> Signs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["t"] = ("吨", 1m), ["kg"] = ("吨", 0.001m), ["g"] = ("吨", 0.000001m), ["斤"] = ("吨", 0.0005m), ["克"] = ("吨", 0.000001m),
        ["kwh"] = ("千瓦时", 1m), ["kw·h"] = ("千瓦时", 1m), ["度"] = ("千瓦时", 1m), ["千瓦时"] = ("千瓦时", 1m), ["mwh"] = ("千瓦时", 1000m),
        ["m²"] = ("平方米", 1m), ["m2"] = ("平方米", 1m), ["㎡"] = ("平方米", 1m), ["m³"] = ("立方米", 1m), ["m3"] = ("立方米", 1m), ["方"] = ("立方米", 1m), ["立方米"] = ("立方米", 1m),
        ["m"] = ("米", 1m), ["米"] = ("米", 1m), ["km"] = ("米", 1000m), ["公里"] = ("米", 1000m), ["千米"] = ("米", 1000m), ["l"] = ("升", 1m), ["升"] = ("升", 1m),
    };

    private static readonly (string Word, decimal Factor)[] Multiples = [("百万", 1_000_000m), ("千万", 10_000_000m), ("万", 10_000m), ("亿", 100_000_000m), ("千", 1_000m), ("百", 100m)];

    /// <summary>What a quantity in <paramref name="from"/> is multiplied by to be in <paramref name="to"/>; null when they have nothing in common.</summary>
    public static decimal? Factor(string from, string to)
    {
        var (a, times) = Base(from);
        var (b, per) = Base(to);
        if (a == b) return times / per;
        return Units.Factor(a, b) is { } factor ? factor * times / per : null;
    }

    /// <summary>A coefficient in the two products' units; null when it cannot be converted.</summary>
    /// <param name="unit">of the coefficient, From's over To's: kWh/t; without one it is in the products' own units, where both are said</param>
    public static decimal? Coefficient(decimal? coefficient, string? unit, string? from, string? to)
    {
        if (coefficient is null or > AtlasContent.MostCoefficient || string.IsNullOrEmpty(from) || string.IsNullOrEmpty(to)) return null;
        if (string.IsNullOrWhiteSpace(unit)) return coefficient;
        if (unit.Split('/') is not [var above, var below]) return null;
        return Factor(above.Trim(), from) is { } up && Factor(below.Trim(), to) is { } down && coefficient * up / down is var converted and <= AtlasContent.MostCoefficient ? converted : null;
    }

    private static (string Base, decimal Factor) Base(string unit)
    {
        unit = unit.Trim();
        if (Signs.TryGetValue(unit, out var sign)) return sign;
        if (Units.IsKnown(unit)) return (unit, 1m);
        foreach (var (word, factor) in Multiples)
            if (unit.Length > word.Length && unit.StartsWith(word, StringComparison.Ordinal))
            {
                var (rest, more) = Base(unit[word.Length..]);
                return (rest, factor * more);
            }

        return (unit, 1m);
    }
}
