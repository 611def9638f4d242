using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.Deals;

/// <summary>One of the two firms of a deal.</summary>
public enum DealSide
{
    [Display(Name = "卖方")] Seller = 1,
    [Display(Name = "买方")] Buyer = 2,
}
