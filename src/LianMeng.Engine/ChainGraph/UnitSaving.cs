namespace LianMeng.Engine.ChainGraph;

/// <summary>
/// What a buyer saves on one unit bought here: price and freight outside − price and freight here, + price × cost of capital × days sooner ÷ 365. Negative when outside is cheaper.
/// </summary>
/// <param name="PerUnit">¥ a unit, the sum of the parts.</param>
/// <param name="Price">¥ a unit less at the gate; 0 when not counted.</param>
/// <param name="Freight">¥ a unit less freight.</param>
/// <param name="Capital">¥ a unit less capital tied up on the way, on the outside price; 0 when not counted.</param>
/// <param name="Basis">Which parts are in it.</param>
public sealed record UnitSaving(decimal PerUnit, decimal Price, decimal Freight, decimal Capital, SavingBasis Basis)
{
    /// <summary>As shown beside the figure.</summary>
    public string Label => Basis switch { SavingBasis.Full => "含价格、运费和占用资金", SavingBasis.WithoutCapital => "含价格和运费，交期未知", _ => "仅运费，价格未知" };

    /// <summary>Null when the freight is unknown: then nothing honest can be said.</summary>
    /// <param name="purchase">bought outside</param>
    /// <param name="offer">to be had here</param>
    /// <param name="kilometres">from the local maker to the buyer</param>
    /// <param name="costOfCapital">a year, 0.05 for 5 %</param>
    public static UnitSaving? Of(OutsidePurchase purchase, LocalOffer offer, decimal? kilometres, decimal costOfCapital)
    {
        if (purchase.FreightRate is not { } rate || purchase.Kilometres is not { } far || kilometres is not { } near) return null;
        var freight = rate * (far - near);
        if (purchase.Price is not { } outside || offer.Price is not { } local) return new(freight, 0, freight, 0, SavingBasis.FreightOnly);
        if (purchase.LeadDays is not { } longer || offer.LeadDays is not { } shorter) return new(outside - local + freight, outside - local, freight, 0, SavingBasis.WithoutCapital);
        var capital = outside * costOfCapital * (longer - shorter) / 365;
        return new(outside - local + freight + capital, outside - local, freight, capital, SavingBasis.Full);
    }
}
