using System.Globalization;

namespace LianMeng.Shared.Ui;

/// <summary>Money in the units people say: 亿元, 万元, 元, at most two decimals.</summary>
public static class AmountText
{
    private const decimal Wan = 10_000m;
    private const decimal Yi = 100_000_000m;

    /// <summary>1.23亿元, 456.7万元 or 890元; the unit is chosen after rounding, so 99 999 999元 is 1亿元, not 10000万元.</summary>
    public static string Short(decimal yuan)
    {
        if (Rounded(yuan, Wan) is var wan && Math.Abs(wan) >= Wan)
        {
            return Number(Rounded(yuan, Yi)) + "亿元";
        }
        return Math.Abs(Rounded(yuan, 1)) >= Wan ? Number(wan) + "万元" : Number(Rounded(yuan, 1)) + "元";
    }

    /// <summary>12,345,678.9元: every digit, for the hover text.</summary>
    public static string Exact(decimal yuan) => yuan.ToString("#,##0.####", CultureInfo.InvariantCulture) + "元";

    private static decimal Rounded(decimal yuan, decimal unit) => Math.Round(yuan / unit, 2, MidpointRounding.AwayFromZero);

    private static string Number(decimal value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
