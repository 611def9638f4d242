using System.Collections.Frozen;
using System.Text.RegularExpressions;
using LianMeng.Engine.Standards;

namespace LianMeng.Engine.Matching;

/// <summary>The place that a sentence names, in a division of today: 送到九龙坡, 交货地:重庆市铜梁区.</summary>
internal static partial class SaidPlace
{
    private const int LongestName = 20;

    private static readonly Lazy<FrozenDictionary<string, Region[]>> Names = new(Read);

    /// <summary>GB/T 2260 code; null when no place is named, or it could be several.</summary>
    public static string? Of(string said, string? home)
    {
        foreach (Match sent in Sent().Matches(said))
            if (At(said, sent.Index + sent.Length, home, mayBeShort: true) is { } there) return there;
        for (var at = 0; at < said.Length; at++)
            if (At(said, at, home, mayBeShort: false) is { } named) return named;
        return null;
    }

    private static string? At(string said, int at, string? home, bool mayBeShort)
    {
        // the longest name first: 重庆市九龙坡区 before 重庆
        for (var length = Math.Min(LongestName, said.Length - at); length > 1; length--)
        {
            var name = said.AsSpan(at, length);
            if (!Names.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var regions)) continue;
            var near = home is null ? [] : Array.FindAll(regions, region => region.Code[..2] == home[..2]);
            // 朝阳 and 鼓楼 are words as well: said by the way, a short name means a place only near home
            if (near.Length == 1) return near[0].Code;
            if (regions.Length == 1 && (mayBeShort || IsWhole(name))) return regions[0].Code;
        }

        return null;
    }

    private static bool IsWhole(ReadOnlySpan<char> name) => name.Length > 2 && name[^1] is '区' or '县' or '市';

    private static FrozenDictionary<string, Region[]> Read()
    {
        var names = new Dictionary<string, List<Region>>(StringComparer.Ordinal);
        foreach (var region in Region.All.Where(region => !region.IsHistoric))
            foreach (var name in NamesOf(region).Distinct(StringComparer.Ordinal).Where(name => name.Length is > 1 and <= LongestName))
            {
                if (!names.TryGetValue(name, out var list)) names[name] = list = [];
                list.Add(region);
            }

        return names.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }

    private static IEnumerable<string> NamesOf(Region region)
    {
        yield return region.Name;
        yield return region.ShortName;
        // 市辖区 and 县 stand for no place of their own
        if (region.ShortName.Length > 2 && region.ShortName[^1] is '区' or '县' or '市') yield return region.ShortName[..^1];
    }

    [GeneratedRegex(@"(送货?[到至]|运[到至往]|发[到至往]|交货地点?|供货地点?|到货地点?|收货地点?|地点|位于|交货|交到|拉到|在|到|发|送)\s*[:：]?\s*")]
    private static partial Regex Sent();
}
