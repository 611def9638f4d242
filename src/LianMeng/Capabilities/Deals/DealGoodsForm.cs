using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Deals;

/// <summary>A product of a deal as the API states it.</summary>
public sealed class DealGoodsForm
{
    [Display(Name = "产品"), Required, StringLength(Deal.ProductLimit)]
    public string? Product { get; set; }

    [Display(Name = "数量"), Range(typeof(decimal), "0", "1000000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Quantity { get; set; }

    [Display(Name = "单位"), StringLength(Deal.UnitLimit)]
    public string? Unit { get; set; }

    /// <summary>元 a unit.</summary>
    [Display(Name = "单价(元)"), Range(typeof(decimal), "0", "1000000000000", ParseLimitsInInvariantCulture = true)]
    public decimal? Price { get; set; }
}
