using System.Globalization;

namespace LianMeng.Engine.ChainGraph;

/// <summary>A figure as a viewer may have it: exact, a band, or unknown.</summary>
/// <param name="Exact">The figure; null when a band or unknown.</param>
/// <param name="From">Lower edge of the band (included); null unless a band.</param>
/// <param name="To">Upper edge of the band (not included); null unless a band, and where the band is open above.</param>
/// <param name="IsAtLeast">Part of what belongs in it is unknown: the true figure is this or more.</param>
/// <param name="Unit">Unit as shown: 元, 吨.</param>
public sealed record ShownAmount(decimal? Exact, decimal? From, decimal? To, bool IsAtLeast, string Unit)
{
    /// <summary>What may be sorted by. For a band its lower edge: an exact order would say where in the band the figure lies.</summary>
    public decimal? OrderKey => Exact ?? From;

    public bool IsBand => Exact is null && From is not null;

    public bool IsUnknown => Exact is null && From is null;

    /// <summary>As a person reads it: "12.5万元", "10万–30万元（分档）", "至少 12.5万元", "未知".</summary>
    public string Text =>
        Exact is { } exact ? (IsAtLeast ? "至少 " : "") + Short(exact) + Unit
        : From is not { } from ? "未知"
        : IsAtLeast || To is null ? $"{Short(from)}{Unit}以上（分档）"
        : from == 0 ? $"不足 {Short(To.Value)}{Unit}（分档）"
        : $"{Short(from)}–{Short(To.Value)}{Unit}（分档）";

    public override string ToString() => Text;

    private static string Short(decimal value) => Math.Abs(value) switch
    {
        >= 100_000_000 => Digits(value / 100_000_000) + "亿",
        >= 10_000 => Digits(value / 10_000) + "万",
        _ => Digits(value),
    };

    private static string Digits(decimal value) => value.ToString(Math.Abs(value) >= 100 ? "0" : "0.##", CultureInfo.InvariantCulture);
}
