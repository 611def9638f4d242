using LianMeng.Engine.Standards;

namespace LianMeng.Engine.Matching.Duplicates;

/// <summary>The divisions of GB/T 2260 as names of firms say them: with and without 省, 市, 区, 县.</summary>
internal static class PlaceNames
{
    private static readonly string[] Endings = ["特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "地区", "新区", "省", "市", "区", "县", "旗", "盟"];

    private static readonly Lazy<Dictionary<string, List<(Region Region, bool IsFull)>>> Table = new(Load);
    private static int longest;

    /// <summary>Every place whose name begins here, the longest name first; a full name is one with its 区 or 县.</summary>
    public static IEnumerable<(Region Region, int Length, bool IsFull)> At(string text, int start)
    {
        var table = Table.Value;
        for (var length = Math.Min(longest, text.Length - start); length >= 2; length--)
        {
            if (!table.TryGetValue(text.Substring(start, length), out var found)) continue;
            foreach (var (region, isFull) in found) yield return (region, length, isFull);
        }
    }

    /// <summary>Whether the first lies in the second or is it.</summary>
    public static bool IsIn(Region inner, Region outer)
    {
        inner = inner.Current;
        outer = outer.Current;
        return inner == outer
            || (outer.Level == RegionLevel.Province && inner.Province == outer)
            || (outer.Level == RegionLevel.Prefecture && inner.Code[..4] == outer.Code[..4]);
    }

    private static Dictionary<string, List<(Region, bool)>> Load()
    {
        var table = new Dictionary<string, List<(Region, bool)>>(6000, StringComparer.Ordinal);
        void Add(string name, Region region, bool isFull)
        {
            if (name.Length < 2) return;
            longest = Math.Max(longest, name.Length);
            if (!table.TryGetValue(name, out var list)) table[name] = list = [];
            if (!list.Exists(one => one.Item1 == region)) list.Add((region, isFull));
        }

        foreach (var region in Region.All.Where(r => r.ShortName is not ("市辖区" or "县") && !r.ShortName.Contains("直辖", StringComparison.Ordinal)))
        {
            Add(region.ShortName, region.Current, true);
            var ending = Array.Find(Endings, e => region.ShortName.EndsWith(e, StringComparison.Ordinal) && region.ShortName.Length - e.Length >= 2);
            if (ending is not null) Add(region.ShortName[..^ending.Length], region.Current, false);
        }

        return table;
    }
}
