using System.ComponentModel.DataAnnotations;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>One of the two firms of a link.</summary>
public enum SupplySide
{
    [Display(Name = "卖方")] Seller = 1,
    [Display(Name = "买方")] Buyer = 2,
}
