using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Deals;

/// <summary>A product of a deal, in the order in which it was written.</summary>
public sealed class DealLine : IDistrictOwned
{
    private DealLine() { }

    public Guid Id { get; private set; }
    public Guid DealId { get; private set; }
    public Guid DistrictId { get; private set; }
    public int Place { get; private set; }

    /// <inheritdoc cref="DealGoods"/>
    public string Product { get; private set; } = "";
    public decimal? Quantity { get; private set; }
    public string? Unit { get; private set; }

    /// <summary>元 a unit: private to the two firms and their officers.</summary>
    public decimal? Price { get; private set; }

    internal static DealLine Of(Deal deal, int place, DealGoods goods)
        => new() { Id = Guid.CreateVersion7(), DealId = deal.Id, DistrictId = deal.DistrictId, Place = place, Product = goods.Product, Quantity = goods.Quantity, Unit = goods.Unit, Price = goods.Price };
}
