namespace LianMeng.Capabilities.Organisations;

/// <summary>What somebody states of one product of a firm, already checked; what is null is not known.</summary>
public sealed record ProductDetails
{
    public required string Name { get; init; }

    /// <summary>A year, in <see cref="Unit"/>: capacity of what is made, purchases of what is bought, accrual of a by-product.</summary>
    public decimal? Quantity { get; init; }

    public string? Unit { get; init; }

    /// <summary>A year, in <see cref="Unit"/>: of what is made, what is under contract already; may exceed the capacity (a full order book). Null when not declared.</summary>
    public decimal? Sold { get; init; }

    /// <summary>元 per unit; of a purchase both ends of the band are its price.</summary>
    public decimal? PriceLow { get; init; }
    public decimal? PriceHigh { get; init; }

    /// <summary>Of a purchase: from where it comes today.</summary>
    public ProductOrigin? Origin { get; init; }
    public string? Place { get; init; }

    /// <summary>Days from order to delivery.</summary>
    public int? LeadDays { get; init; }

    /// <summary>元 per unit.</summary>
    public decimal? Freight { get; init; }

    /// <summary>Of a by-product: the code of a hazardous waste (HW48 321-024-48) or of a product.</summary>
    public string? Code { get; init; }
    public string? Composition { get; init; }

    /// <summary>Of a by-product: sold as goods and no solid waste (clean offcuts); null when not stated.</summary>
    public bool? IsGoods { get; init; }

    /// <summary>万元 a year that a by-product brings today.</summary>
    public decimal? Income { get; init; }
}
