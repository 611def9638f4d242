using System.Globalization;

namespace LianMeng.Capabilities.Chains.Public;

/// <summary>Counts as the picture shows them: words first, shades to match.</summary>
public static class LaneWords
{
    private const int Few = 2;
    private const int Many = 5;

    /// <summary>How strongly a box stands out: 0 nobody makes it, 1 one firm, 2 a few, 3 many.</summary>
    public static int Shade(int makers) => makers switch { 0 => 0, < Few => 1, < Many => 2, _ => 3 };

    public static string Makers(int makers) => makers == 0 ? "缺" : makers.ToString(CultureInfo.InvariantCulture) + " 家";

    /// <summary>How much of a stage is there: 0 nothing, 1 under a third, 2 under two thirds, 3 more.</summary>
    public static int Share(int made, int products) => made == 0 || products == 0 ? 0 : Math.Min(3, 1 + 3 * made / products);

    /// <summary>电子信息与智能安防产业链 → 电子信息与智能安防, where it stands beside a product.</summary>
    public static string Short(string chainTitle) => chainTitle.EndsWith("产业链", StringComparison.Ordinal) && chainTitle.Length > 4 ? chainTitle[..^3] : chainTitle;
}
