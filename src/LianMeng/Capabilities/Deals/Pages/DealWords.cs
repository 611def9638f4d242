using System.Globalization;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Deals.Pages;

/// <summary>A deal in words and colours.</summary>
internal static class DealWords
{
    public static Tone ToneOf(DealCondition condition) => condition switch
    {
        DealCondition.Closed => Tone.Good,
        DealCondition.Disputed => Tone.Bad,
        DealCondition.Failed or DealCondition.Void => Tone.Neutral,
        _ => Tone.Info,
    };

    public static Tone ToneOf(DealStepState state) => state switch
    {
        DealStepState.Confirmed => Tone.Good,
        DealStepState.Differing => Tone.Warning,
        _ => Tone.Neutral,
    };

    public static string Quantity(decimal? quantity, string? unit) => quantity is { } number ? $"{number.ToString("#,##0.####", CultureInfo.InvariantCulture)} {unit}" : "未填";

    public static string Price(DealGoods line) => line.Price is { } price ? $"{price.ToString("#,##0.####", CultureInfo.InvariantCulture)} 元{(line.Unit is null ? "" : $"/{line.Unit}")}" : "未填";

    public static string Percent(double? share) => share is { } value ? (value * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%" : "—";

    public static string Days(double? days) => days is { } value ? value.ToString("0.#", CultureInfo.InvariantCulture) + " 天" : "—";
}
