using System.Text;
using System.Text.Json;

namespace LianMeng.Tests.World;

/// <summary>What people, programs and attackers type where something else was meant.</summary>
internal static class OddValues
{
    public static IReadOnlyList<string> Texts { get; } =
    [
        "", " ", "\0", "甲\0乙", new('长', 100_000), "‮反向文字‬", "👍🏽👩‍👩‍👧", "\ud800", "乙\udc00", "-1", "99999999999999999999", "1e400", "NaN", "0001-01-01", "9999-12-31", "2026-02-30",
        "<script>alert(1)</script>", "' OR 1=1 --", "=HYPERLINK(\"http://x\")", "../../../../etc/passwd", "%00%2e%2e", "｛｝［］＂", "00000000-0000-0000-0000-000000000000", "\r\nSet-Cookie: x=1", new('a', 201), "True", "[]", "{}",
    ];

    private const int Parts = 8;

    /// <summary>A part of the given values, another part for another place: every value is tried in many places. A proof tries all of them everywhere and adds made-up ones.</summary>
    /// <param name="place">where they will be tried: a route and a field</param>
    public static IEnumerable<string> Of(string place, IEnumerable<string> given, IEnumerable<string>? more = null)
    {
        var all = given.Concat(more ?? []).ToList();
        if (Counts.Of(0) == 0)
        {
            var part = place.Sum(c => c) % Parts;
            return all.Where((_, i) => i % Parts == part);
        }

        uint state = 11;
        for (var i = all.Count; i < Counts.Of(0); i++)
        {
            var text = new StringBuilder();
            for (var length = Next(40); length > 0; length--) text.Append((char)(Next(3) == 0 ? Next(128) : 0x4e00 + Next(20_000)));
            all.Add(more is null ? text.ToString() : JsonSerializer.Serialize(text.ToString()));
        }

        return all;

        int Next(int sides)
        {
            state = (state * 1664525) + 1013904223;
            return (int)((state >> 8) % (uint)sides);
        }
    }
}
