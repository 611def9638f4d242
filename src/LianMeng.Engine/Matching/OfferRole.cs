namespace LianMeng.Engine.Matching;

/// <summary>What a line says of the organisations that carry it.</summary>
[Flags]
enum OfferRole
{
    None = 0,
    Makes = 1,
    ByProducts = 2,
    Buys = 4,
}
