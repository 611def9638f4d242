namespace LianMeng.Engine.Flows;

/// <summary>
/// Decimal figures as whole numbers for the solvers. A quantity keeps 6 decimals (a gram of a tonne), cut off so that nobody is given more than was declared; a price keeps 4
/// (a hundredth of a fen), rounded to even. The answer is exact for the figures so cut.
/// </summary>
public static class FixedPoint
{
    /// <summary>Whole units in a quantity of 1.</summary>
    public const long QuantityScale = 1_000_000;

    /// <summary>Whole units in a price of 1.</summary>
    public const long PriceScale = 10_000;

    /// <summary>Largest quantity: 10¹¹ units, so that ten million such still sum.</summary>
    public const decimal MostQuantity = 100_000_000_000m;

    /// <summary>Largest price by size: 10⁹ a unit.</summary>
    public const decimal MostPrice = 1_000_000_000m;

    /// <exception cref="ArgumentException">negative or larger than <see cref="MostQuantity"/></exception>
    public static long Quantity(decimal value) => value is >= 0 and <= MostQuantity ? (long)decimal.Truncate(value * QuantityScale) : throw new ArgumentException($"数量 {value} 应在 0 与 {MostQuantity} 之间。", nameof(value));

    /// <exception cref="ArgumentException">larger by size than <see cref="MostPrice"/></exception>
    public static long Price(decimal value) => value is >= -MostPrice and <= MostPrice ? (long)decimal.Round(value * PriceScale) : throw new ArgumentException($"单价 {value} 超出 ±{MostPrice}。", nameof(value));

    public static decimal FromQuantity(long units) => (decimal)units / QuantityScale;

    public static decimal FromPrice(long units) => (decimal)units / PriceScale;
}
