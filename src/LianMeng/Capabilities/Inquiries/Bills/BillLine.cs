using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>A line of a bill.</summary>
public sealed class BillLine : IDistrictOwned
{
    private BillLine() { }

    public Guid Id { get; private set; }
    public Guid BillId { get; private set; }
    public Guid DistrictId { get; private set; }

    /// <summary>Its number in the bill; a removed line's number is not given again while a later one stands.</summary>
    public int Place { get; private set; }

    /// <inheritdoc cref="BillGoods"/>
    public string Product { get; private set; } = "";
    public string? Specification { get; private set; }
    public decimal Quantity { get; private set; }
    public string Unit { get; private set; } = "";
    public DateOnly? WantedBy { get; private set; }
    public string? DeliverTo { get; private set; }
    public string? Remark { get; private set; }

    public BillGoods Goods => new(Product, Specification, Quantity, Unit, WantedBy, DeliverTo, Remark);

    internal static BillLine Of(Bill bill, int place, BillGoods goods)
    {
        var line = new BillLine { Id = Guid.CreateVersion7(), BillId = bill.Id, DistrictId = bill.DistrictId, Place = place };
        line.Say(goods);
        return line;
    }

    internal void Say(BillGoods goods)
        => (Product, Specification, Quantity, Unit, WantedBy, DeliverTo, Remark) = goods;
}
