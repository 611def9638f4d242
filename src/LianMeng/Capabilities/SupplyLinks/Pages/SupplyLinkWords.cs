using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.SupplyLinks.Pages;

/// <summary>A link in words and colours.</summary>
internal static class SupplyLinkWords
{
    public static Tone ToneOf(SupplyLinkState state) => state switch
    {
        SupplyLinkState.ByBoth => Tone.Good,
        SupplyLinkState.Differing => Tone.Warning,
        SupplyLinkState.Withdrawn => Tone.Neutral,
        _ => Tone.Info,
    };

    public static string Quantity(decimal? quantity, string? unit) => quantity is { } number ? $"{number:#,##0.####} {unit}" : "未填";

    public static string Quantity(SupplyFigures figures) => Quantity(figures.Quantity, figures.Unit);
}
