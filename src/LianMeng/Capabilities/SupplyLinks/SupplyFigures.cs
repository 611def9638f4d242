using LianMeng.Engine.Text;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>How much goes from one firm to the other; what is null was not stated.</summary>
/// <param name="Quantity">Units a year.</param>
/// <param name="Unit">吨, 件 …; stated with every quantity.</param>
/// <param name="Value">元 a year: private to the two firms and their officers.</param>
/// <param name="Year">The calendar year of the figures.</param>
public sealed record SupplyFigures(decimal? Quantity, string? Unit, decimal? Value, int? Year)
{
    public static SupplyFigures None { get; } = new(null, null, null, null);

    /// <summary>Whether two sides say the same: what only one of them states contradicts nothing.</summary>
    public bool Agrees(SupplyFigures other) => Same(Quantity, other.Quantity) && (Quantity is null || other.Quantity is null || UnitOf(Unit) == UnitOf(other.Unit)) && Same(Value, other.Value) && Same(Year, other.Year);

    /// <summary>These, and of the other's what is missing here.</summary>
    public SupplyFigures Or(SupplyFigures other) => Quantity is null ? this with { Quantity = other.Quantity, Unit = other.Unit, Value = Value ?? other.Value, Year = Year ?? other.Year } : this with { Value = Value ?? other.Value, Year = Year ?? other.Year };

    private static bool Same<T>(T? one, T? other) where T : struct => one is null || other is null || one.Value.Equals(other.Value);

    private static string UnitOf(string? unit) => ShortText.Normalise(unit ?? "");
}
