namespace LianMeng.Engine.Matching;

/// <summary>What a line says of the organisations that carry it.</summary>
[Flags]
enum OfferRole
{
    None = 0,
    Makes = 1,
    ByProducts = 2,
    Buys = 4,
    Supplies = 8,
    Seeks = 16,

    /// <summary>Said by an open listing, not by what a firm declares.</summary>
    Listed = Supplies | Seeks,

    /// <summary>What everybody who sees the offer may know; purchases are a firm's own.</summary>
    Open = Makes | ByProducts | Listed,
}
