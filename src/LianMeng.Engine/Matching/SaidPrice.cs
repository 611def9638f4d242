using System.Text.RegularExpressions;

namespace LianMeng.Engine.Matching;

/// <summary>The price that a sentence says: 15500元/吨, 每公斤18.5元, 1.55万/吨.</summary>
internal static partial class SaidPrice
{
    private static readonly Dictionary<string, (string Family, decimal Factor)> Units = new(StringComparer.Ordinal)
    {
        ["吨"] = ("吨", 1m), ["t"] = ("吨", 1m), ["公斤"] = ("吨", 0.001m), ["千克"] = ("吨", 0.001m), ["kg"] = ("吨", 0.001m), ["斤"] = ("吨", 0.0005m),
    };

    /// <summary>Yuan per <paramref name="unit"/>; null when none is said, or of a unit that cannot be converted.</summary>
    public static decimal? Of(string said, string? unit)
    {
        var match = Behind().Match(said);
        if (!match.Success) match = Before().Match(said);
        if (!match.Success || SaidAmount.NumberOf(match.Groups["n"].Value) is not { } number) return null;
        if (match.Groups["times"].Value == "万") number *= 10_000m;
        var per = match.Groups["unit"].Value;
        if (number is <= 0 or > 1_000_000_000_000m) return null;
        if (unit is null || unit == per) return number;
        return Units.TryGetValue(per, out var from) && Units.TryGetValue(unit, out var to) && from.Family == to.Family ? number * to.Factor / from.Factor : null;
    }

    [GeneratedRegex(@"(?<![a-z0-9.])(?<n>\d[\d,]*(\.\d+)?)\s*(?<times>万)?\s*(元|块钱?)?\s*(/|每|一)\s*(?<unit>吨|公斤|千克|kg|斤|t|件|台|套|只|支|个|米|平方米|张|片|根|辆)(?![a-z0-9])")]
    private static partial Regex Behind();

    [GeneratedRegex(@"每(?<unit>吨|公斤|千克|斤|件|台|套|只|支|个|米|平方米|张|片|根|辆)\s*(?<n>\d[\d,]*(\.\d+)?)\s*(?<times>万)?\s*(元|块)")]
    private static partial Regex Before();
}
